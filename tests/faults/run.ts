import pLimit from "p-limit";
import { badProvider } from "./bad-provider";
import { cutConnections } from "./cut-connections";
import { fullDisk } from "./full-disk";
import { type Evidence, judges, recoveryFrom } from "./judge";
import { killedDatabase } from "./killed-database";
import { killedServer } from "./killed-server";
import type { Scenario, Twin } from "./scenario";
import type { Ground } from "./support/ground";
import type { How } from "./support/stage";
import { badCarrier } from "./texting/bad-carrier";
import { killedCampaign } from "./texting/killed-campaign";
import { killedTexting } from "./texting/killed-worker";
import { twoBuilds } from "./two-builds";
import { twoServers } from "./two-servers";
import { upgrade } from "./upgrade";
import { clockAhead, clockBehind } from "./wrong-clock";

/** The longest first, so that they don't end alone. */
export const scenarios = [
  twoBuilds,
  upgrade,
  killedServer,
  killedTexting,
  killedCampaign,
  badCarrier,
  badProvider,
  killedDatabase,
  cutConnections,
  fullDisk,
  twoServers,
  clockAhead,
  clockBehind,
];

export type Outcome = { line: string; passed: boolean };

type Wishes = {
  ground: Ground;
  length: "full" | "short";
  seed: number;
  only?: string | undefined;
  tell: (line: string) => void;
};

/** So many at a time: much of a scenario is waiting. */
const SIDE_BY_SIDE = 2;

/** Plays every scenario and its twins, and says of each check whether it held. */
export async function playAll({ ground, length, seed, only, tell }: Wishes): Promise<Outcome[]> {
  const mayBe = ({ long }: { long?: true | undefined }) => length === "full" || !long;
  const inTurn = pLimit(SIDE_BY_SIDE);
  const chosen = scenarios.filter(({ name, long }) => (only ? name === only : mayBe({ long })));
  const plays = chosen.flatMap((scenario) => [
    () => play(scenario, { length, ground, seed }),
    ...scenario.twins
      .filter(mayBe)
      .map((twin) => () => playTwin(scenario, twin, { length: "twin", ground, seed, plant: twin.plant })),
  ]);
  const told = plays.map((work) =>
    inTurn(async () => {
      const { heading, outcomes } = await work();
      tell(`\n${heading}`);
      for (const { line, passed } of outcomes) tell(`  ${passed ? "✓" : "✗"} ${line}`);
      return outcomes;
    }),
  );
  return (await Promise.all(told)).flat();
}

type Told = { heading: string; outcomes: Outcome[] };

async function play(scenario: Scenario, how: How): Promise<Told> {
  const cannotText = how.length === "short" ? scenario.cannotText?.() : undefined;
  // `npm test` is for everybody; the full form fails where something can't be played.
  if (cannotText) return { heading: `${scenario.says}\n  not played here: ${cannotText}`, outcomes: [] };
  const evidence = await seen(scenario, how);
  if ("problem" in evidence) return { heading: scenario.says, outcomes: [{ line: evidence.problem, passed: false }] };
  const outcomes = scenario.checks.map((check) => {
    const problems = judges[check](evidence);
    return { line: [check, ...problems.slice(0, 5)].join("\n      "), passed: problems.length === 0 };
  });
  return { heading: `${scenario.says}\n  ${figures(evidence)}`, outcomes };
}

/** A bug that is not found fails: its judge is blind. */
async function playTwin(scenario: Scenario, { name, found }: Twin, how: How): Promise<Told> {
  const heading = `Planted in ${scenario.name}: ${name}`;
  const evidence = await seen(scenario, how);
  if ("problem" in evidence) return { heading, outcomes: [{ line: evidence.problem, passed: false }] };
  const outcomes = found.map((check) => {
    const [first, ...more] = judges[check](evidence);
    const what = first ? `found: ${first}${more.length > 0 ? `, and ${more.length} more` : ""}` : "not found";
    return { line: `"${check}": ${what}`, passed: first !== undefined };
  });
  return { heading, outcomes };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The player's own question may meet the disk that was filled: then, and for nothing else, it is played once more. */
const seen = (scenario: Scenario, how: How): Promise<Evidence | { problem: string }> =>
  scenario
    .run(how)
    .catch((error: unknown) => {
      if (!messageOf(error).includes("No space left on device")) throw error;
      return scenario.run(how);
    })
    .catch((error: unknown) => ({ problem: `It could not be played: ${messageOf(error)}` }));

function figures(evidence: Evidence): string {
  const { accepted, again, deliveries, pages, troubles, shares, texts } = evidence;
  if (texts) return textFigures(texts);
  const people = new Set(deliveries.map(({ to }) => to));
  const outside = troubles.filter(({ kind }) => kind !== "server");
  const recoveries = outside.map((trouble) => recoveryFrom(evidence, trouble));
  const starts = troubles.filter(({ kind }) => kind === "server").map(({ from, to }) => to - from);
  return [
    `${accepted.length} accepted, ${people.size} delivered, ${deliveries.length - people.size} duplicates`,
    `asked again ${again.length} times`,
    `${pages.length} pages, the longest ${seconds(pages.map(({ ms }) => ms))}`,
    ...(starts.length > 0 ? [`${starts.length} kills, the longest start ${seconds(starts)}`] : []),
    ...(recoveries.length > 0
      ? [
          `${recoveries.length} troubles, the longest recovery ${seconds(recoveries.map(({ page }) => page))} to a page, ${seconds(recoveries.map(({ email }) => email))} to an email`,
        ]
      : []),
    ...(shares ? [`sent by each server: ${shares.join(" and ")}`] : []),
  ].join("; ");
}

function textFigures({ accepted, killed, taken, came = [], kept = [] }: NonNullable<Evidence["texts"]>): string {
  const reached = new Set(taken).size;
  const lost = accepted.length - reached;
  const sent = `${accepted.length} texts, ${killed} without an answer; ${lost} lost, ${taken.length - reached} doubled`;
  return came.length > 0 ? `${sent}; ${came.length} came in, ${kept.length} are kept` : sent;
}

const seconds = (ms: number[]) => `${(Math.max(0, ...ms) / 1000).toFixed(1)} s`;
