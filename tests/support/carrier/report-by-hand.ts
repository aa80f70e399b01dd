import { eq } from "drizzle-orm";
import { campaignRecipients, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { WORKING } from "@/lib/reports/working-hours";
import { makeTalk } from "../talk";
import { type Said, type Shop, say } from "./said";

/** A clock that goes on by uneven steps, the same each time. */
function steps() {
  let state = 7;
  return (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % most;
  };
}

/** Weeks in which clocks change in spring or in autumn, somewhere, and what was said in them. */
export async function weeksOfTexts({ desk, yard, ben, cara }: Shop) {
  const step = steps();
  for (const begin of ["2025-10-24T00:00:00Z", "2026-03-06T00:00:00Z"])
    for (const line of [desk, yard, desk]) {
      const thread = await makeTalk({ line, lines: [] });
      const said: Said[] = [];
      let at = Date.parse(begin);
      for (let n = 0; n < 40; n++) {
        at += (10 + step(600)) * 60_000;
        const by = [undefined, undefined, undefined, ben, cara, null][step(6)];
        said.push({ at: new Date(at).toISOString(), ...(by !== undefined && { by }) });
        if (step(9) === 0) said.push({ at: new Date(at + 60_000).toISOString(), by: ben, campaign: true });
      }
      await say(thread, said);
    }
}

const CLOCK = new Intl.DateTimeFormat("en-US", {
  ...{ timeZone: "America/New_York", weekday: "short", hour: "2-digit", hourCycle: "h23" },
});

/** Every reckoning asks for the same waits, and each is thousands of minutes. */
const worked = new Map<string, number>();

/** By New York's clocks. */
function workedBetween(since: Date, until: Date): number {
  const wait = `${since.toISOString()} ${until.toISOString()}`;
  const seconds = worked.get(wait) ?? minuteByMinute(since.getTime(), until.getTime());
  worked.set(wait, seconds);
  return seconds;
}

function minuteByMinute(since: number, until: number): number {
  let seconds = 0;
  for (let at = since; at < until; at += 60_000) {
    const [weekday = "", hour] = CLOCK.format(at).split(", ");
    const works = !["Sat", "Sun"].includes(weekday) && Number(hour) >= WORKING.from && Number(hour) < WORKING.to;
    if (works) seconds += 60;
  }
  return seconds;
}

function percentile(waits: readonly number[], share: number) {
  const sorted = waits.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

type Period = { zone: string; from: string; to: string };

/** The report as somebody would reckon it who has nothing but the rows. */
export async function byHand({ accountId }: { accountId: string }, { zone, from, to }: Period) {
  const rows = await writeDb.select().from(messages).where(eq(messages.accountId, accountId)).orderBy(messages.seq);
  const sent = await writeDb.select().from(campaignRecipients).where(eq(campaignRecipients.accountId, accountId));
  const ofCampaigns = new Set(sent.map(({ messageId }) => messageId));
  const since = new Map<string, Date>();
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const found: { line: string; person: string | null; isIn: boolean; day: string; wait: number | null }[] = [];
  for (const row of rows) {
    const asked = since.get(row.conversationId);
    const came = !["called off", "failed", "undelivered"].includes(row.state ?? "");
    const answers = row.direction === "out" && row.authorId !== null && !ofCampaigns.has(row.id) && came;
    if (row.direction === "in" && (!asked || row.at < asked)) since.set(row.conversationId, row.at);
    if (answers) since.delete(row.conversationId);
    const wait = answers && asked ? workedBetween(asked, row.at) : null;
    const day = date.format(row.at);
    if (day >= from && day <= to)
      found.push({ line: row.numberId, person: row.authorId, isIn: row.direction === "in", day, wait });
  }
  const figuresOf = (some: typeof found) => {
    const waits = some.flatMap(({ wait }) => (wait === null ? [] : [wait]));
    return {
      textsIn: some.filter(({ isIn }) => isIn).length,
      textsOut: some.filter(({ isIn }) => !isIn).length,
      answers: waits.length,
      median: waits.length > 0 ? percentile(waits, 0.5) : null,
      ninetieth: waits.length > 0 ? percentile(waits, 0.9) : null,
    };
  };
  const days = [...new Set(found.map(({ day }) => day))].sort();
  return {
    all: figuresOf(found),
    line: (id: string) => figuresOf(found.filter(({ line }) => line === id)),
    person: (id: string) => figuresOf(found.filter(({ person }) => person === id)),
    days: days.map((day) => {
      const { textsIn, textsOut } = figuresOf(found.filter((each) => each.day === day));
      return { day, textsIn, textsOut };
    }),
  };
}
