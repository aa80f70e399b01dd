import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { onceKey } from "@/tests/support/cast";
import { add, phoneBook } from "@/tests/support/contacts/phone-book";
import { optIn, optOut } from "../messages/consent";
import { undoAct } from "../undo/undo-act";
import { mergeContacts } from "./merge";
import { optOutContacts } from "./opt-out";
import { partContacts } from "./part";

const PHONES = { a: "+14155550161", b: "+14155550162", c: "+14155550163", d: "+14155550164" };
type Name = keyof typeof PHONES;
const NAMES = ["a", "b", "c", "d"] as const;

/** Four telephones; who is stopped is told by their letters. */
async function four() {
  const { ana } = await phoneBook();
  const { accountId } = ana;
  const [a, b, c, d] = await Promise.all(NAMES.map((name) => add(ana, { phone: PHONES[name] })));
  const id = { a: a?.id ?? "", b: b?.id ?? "", c: c?.id ?? "", d: d?.id ?? "" };
  const who = (name: Name) => ({ accountId, phone: PHONES[name] });
  return {
    byHand: (...names: Name[]) =>
      optOutContacts(ana, { contact: names.map((name) => id[name]), reason: null, once: onceKey() }),
    back: ({ undo }: { undo: string | undefined }) => undoAct(ana, { undoId: undo ?? "", once: onceKey() }),
    merge: (into: Name, other: Name) =>
      mergeContacts(ana, { contactId: id[into], other: PHONES[other], once: onceKey() }),
    part: (into: Name, other: Name) => partContacts(ana, { contactId: id[into], otherId: id[other], once: onceKey() }),
    saysStop: (name: Name) =>
      writeDb.transaction((tx) => optOut(tx, who(name), { how: "keyword", source: "text", words: "STOP" })),
    isListed: (name: Name) =>
      writeDb.transaction((tx) => optOut(tx, who(name), { how: "import", source: "import list.csv" })),
    saysStart: (name: Name) => writeDb.transaction((tx) => optIn(tx, who(name), new Date(), { source: "text" })),
    stopped: async () => {
      const rows = await writeDb.select().from(optOuts).where(eq(optOuts.accountId, accountId));
      return NAMES.filter((name) => rows.some(({ phone }) => phone === PHONES[name])).join("");
    },
  };
}

test("who is merged with two who were opted out by hand is texted once both are parted, in either order", async () => {
  for (const [first, last] of [
    ["b", "d"],
    ["d", "b"],
  ] as const) {
    const { byHand, merge, part, stopped } = await four();
    await byHand("b", "d");
    await merge("a", "b");
    await merge("a", "d");
    await part("a", first);
    expect(await stopped()).toBe("abd");
    await part("a", last);
    expect(await stopped()).toBe("bd");
  }
});

test("who was merged later is texted again as well, once who was opted out by hand is parted", async () => {
  const { byHand, merge, part, stopped } = await four();
  await byHand("b");
  await merge("a", "b");
  await merge("a", "c");
  expect(await stopped()).toBe("abc");
  await part("a", "b");
  expect(await stopped()).toBe("b");
});

test("what came along goes back as it was: with who was opted out by hand it is stopped, without it is not", async () => {
  const { byHand, merge, part, stopped } = await four();
  await byHand("c");
  await merge("b", "c");
  await merge("d", "a");
  await merge("d", "b");
  expect(await stopped()).toBe("abcd");
  await part("d", "b");
  expect(await stopped()).toBe("bc");
  await part("b", "c");
  expect(await stopped()).toBe("c");
});

test("what was said while they were one holds: by a colleague, a list and themselves", async () => {
  const { byHand, merge, part, saysStop, isListed, stopped } = await four();
  await byHand("b");
  await merge("a", "b");
  await byHand("a");
  await merge("a", "c");
  await merge("a", "d");
  await saysStop("c");
  await isListed("d");
  for (const other of ["b", "c", "d"] as const) await part("a", other);
  expect(await stopped()).toBe("abcd");
});

test("who was opted out by hand and then says STOP is so on their other telephones still", async () => {
  const { byHand, merge, part, saysStop, stopped } = await four();
  await byHand("b");
  await merge("a", "b");
  await saysStop("b");
  await merge("a", "c");
  await merge("a", "d");
  expect(await stopped()).toBe("abcd");
  await part("a", "c");
  expect(await stopped()).toBe("abd");
  await part("a", "b");
  expect(await stopped()).toBe("b");
});

test("who wants texts on one of them is left alone by an undoing, and so are the others", async () => {
  const { byHand, merge, part, saysStart, stopped } = await four();
  await byHand("b");
  await merge("a", "b");
  await merge("a", "c");
  await saysStart("c");
  await part("a", "c");
  expect(await stopped()).toBe("ab");
  await saysStart("b");
  await merge("a", "c");
  await part("a", "c");
  expect(await stopped()).toBe("a");
});

test("an opt-out by hand that is taken back is so on what was merged meanwhile, but for what another act has stopped", async () => {
  const { byHand, back, merge, stopped } = await four();
  const done = await byHand("a");
  await merge("a", "b");
  expect(await stopped()).toBe("ab");
  expect(await back(done)).toEqual({ undone: 1, left: [], leftCount: 0 });
  expect(await stopped()).toBe("");
  await byHand("c");
  const again = await byHand("a", "d");
  await merge("a", "c");
  expect(await back(again)).toMatchObject({ undone: 1, leftCount: 1 });
  expect(await stopped()).toBe("abc");
});

test("who wants texts on one telephone again keeps them when another is merged into their contact, or that into another's", async () => {
  const { byHand, merge, saysStart, stopped } = await four();
  await byHand("a");
  await merge("a", "b");
  await saysStart("b");
  await merge("a", "c");
  expect(await stopped()).toBe("ac");
  await merge("d", "a");
  expect(await stopped()).toBe("acd");
});
