import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { formatNumber } from "@/lib/numbers/format-number";
import { type Person, viewerOf } from "./support/cast";
import { thisHouse } from "./support/house/house";
import { INSIDE, NAMELESS } from "./support/reads/apart";
import { CONVERSATION_READS } from "./support/reads/conversations";
import { EVENT_READS } from "./support/reads/events";
import { namelessIn, readsIn } from "./support/reads/found";
import { ADDRESSES, liveIn } from "./support/reads/history";
import { LIST_READS } from "./support/reads/lists";
import { OWN_READS } from "./support/reads/own";
import { PEOPLE_READS } from "./support/reads/people";
import { PLACE_READS } from "./support/reads/places";
import { type About, type Read, wordsOf } from "./support/reads/read";
import { MARKS, type Mark, makeWorld } from "./support/reads/world";

/** Every read and how it is asked. One that is missing here fails the test below. */
const READS: Record<string, Read> = {
  ...PEOPLE_READS,
  ...PLACE_READS,
  ...EVENT_READS,
  ...LIST_READS,
  ...OWN_READS,
  ...CONVERSATION_READS,
};

/** Who asks, and whose words may be in no answer to them. */
const ASKERS: Record<string, { who: (about: About) => Person; never: Mark[] }> = {
  "the Admin of the whole company": { who: ({ company }) => company.ana, never: ["other", "hidden"] },
  "the Admin of a group": {
    who: ({ people }) => people.westAdmin,
    never: ["east", "above", "both", "other", "hidden"],
  },
  "a Viewer": { who: ({ people }) => people.westViewer, never: ["east", "above", "both", "other", "hidden", "past"] },
  "an End User": {
    who: ({ people }) => people.westUser,
    never: ["east", "above", "both", "other", "hidden", "past", "west"],
  },
  "a guest of another company": {
    who: ({ foreign }) => foreign,
    never: ["east", "above", "both", "other", "hidden", "past", "west"],
  },
  "the Admin of another company": {
    who: ({ people }) => people.otherAdmin,
    never: ["east", "above", "both", "past", "west"],
  },
};

let about: About;
let viewers: Record<string, Viewer>;
beforeAll(async () => {
  const world = await makeWorld();
  const traces = await liveIn(world);
  const people = [...Object.values(world.people), traces.hidden, world.foreign, world.company.ana, world.other.ana];
  about = {
    ...world,
    ...traces,
    ids: {
      people: people.map(({ memberId }) => memberId),
      groups: [world.company.rootGroupId, ...Object.values(world.groups).map(({ id }) => id)],
      numbers: Object.values(world.lines).map(({ id }) => id),
    },
  };
  const asking = Object.entries(ASKERS).map(async ([name, { who }]) => [name, await viewerOf(who(about))] as const);
  viewers = Object.fromEntries(await Promise.all(asking));
});

/** A mark, and what belongs to the same and can't carry it. */
function wordsWith(mark: Mark): string[] {
  const { lines } = about;
  const line = { east: lines.east, above: lines.above, other: lines.other }[mark as "east"];
  const address = ADDRESSES[mark as keyof typeof ADDRESSES];
  return [
    MARKS[mark].toLowerCase(),
    ...(line ? [line.e164, formatNumber(line.e164)] : []),
    ...(address ? [address] : []),
    ...(mark === "hidden" ? ["493012345678", "kathmandu"] : []),
  ];
}

/** All that is in an answer, in lower case. */
const told = (answer: unknown): string => JSON.stringify(answer, plain).toLowerCase();

const plain = (_: string, value: unknown) =>
  value instanceof Map ? [...value] : value instanceof Error ? { ...value, message: value.message } : value;

function viewerOfAsker(name: string): Viewer {
  const viewer = viewers[name];
  if (!viewer) throw new Error(`${name} does not ask`);
  return viewer;
}

const answerTo = (read: Read, viewer: Viewer) => read.ask(viewer, about).catch(wordsOf);

test("every read is in the list", () => {
  const house = thisHouse(["db", "lib"]);
  const found = readsIn(house);
  expect(found.length).toBeGreaterThan(40);
  const listed = found.filter((read) => !(read in INSIDE)).map((read) => read.replace(/ of .*/, ""));
  expect(listed.sort()).toEqual(Object.keys(READS).sort());
  expect(Object.keys(INSIDE).filter((read) => !found.includes(read))).toEqual([]);
  expect(namelessIn(house).sort()).toEqual(Object.keys(NAMELESS).sort());
});

describe.each(Object.entries(READS))("%s", (_, read) => {
  test.each(Object.entries(ASKERS))("tells %s nothing that is not theirs", async (name, { never }) => {
    const answer = told(await answerTo(read, viewerOfAsker(name)));
    for (const mark of never)
      for (const word of wordsWith(mark)) {
        const at = answer.indexOf(word.toLowerCase());
        expect(at < 0 ? "" : answer.slice(Math.max(0, at - 200), at + 60), `${word} is ${mark}`).toBe("");
      }
  });

  test("tells those whose they are", async () => {
    if (typeof read.tells === "object") return expect(read.tells.nobody).not.toBe("");
    const answer = told(await answerTo(read, await viewerOf(about.people.eastAdmin)));
    expect(answer).toContain(MARKS[read.tells ?? "east"].toLowerCase());
  });
});

const searching = Object.entries(READS).flatMap(([name, { search }]) => (search ? [[name, search] as const] : []));

describe.each(searching)("%s", (_, search) => {
  test.each(Object.entries(ASKERS))("finds for %s nobody by words that are not theirs", async (name, { never }) => {
    const viewer = viewerOfAsker(name);
    const nothing = told(await search(viewer, "qqqqqq", about).catch(wordsOf));
    for (const mark of never)
      expect(told(await search(viewer, MARKS[mark], about).catch(wordsOf)), MARKS[mark]).toBe(nothing);
  });
});
