import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { campaignGroups, contactGroups, linePace, numbers } from "@/db/schema";
import { wholeContactGroupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Replacement } from "../auto-replace/replace";
import { ruleOf } from "../auto-replace/rule-of";
import type { Change } from "../change";
import { fieldsHeld, fieldsOf } from "../contacts/fields/field-values";
import { Refused } from "../errors";
import { costlySigns, segmentsOf } from "../messages/segments";
import { momentOf } from "../text/clock-time";
import { audienceOf, type LeftOut, twiceIn } from "./audience";
import { isOpen, momentIn, openFrom } from "./hours";
import type { ManagedCampaign } from "./managed-campaign";
import { fieldValue, type Sample, samplesOf } from "./samples";
import { fieldsWithoutFallback, piecesOf } from "./text-fields";
import { type Found, type Wait, waitOf, waitsAmong } from "./waits";

/** The reading handle, or that of a change. */
type Reader = Pick<typeof db, "select" | "execute">;

type Draft = Pick<ManagedCampaign, "id" | "body" | "numberId" | "startsAt" | "startsOn" | "ownZones">;

export type Review = {
  recipients: number;
  /** How many get nothing, and why. */
  leftOut: { reason: LeftOut | "twice"; people: number }[];
  /** Whose hours are over or still to come when it begins, and until when they wait. */
  waits: Wait[];
  /** Who is worth a look. */
  samples: Sample[];
  /** From the fewest segments to the most, and the signs that make more of them. */
  range: { least: number; most: number; signs: string[] } | null;
  /** What Auto-Replace makes of them, and how many segments they would have at most without. */
  replacing: { changes: Replacement[]; segments: number };
  /** Seconds at the line's pace, as long as everybody's hours allow. */
  seconds: number;
  /** Fields that some have no value for, and no words instead. */
  missing: { field: string; people: number }[];
  /** What stands in braces and is no field any more. */
  unknown: string[];
};

/** Whom a draft would go to, who is left out and why, and what they would read. */
async function reviewOf(reader: Reader, draft: Draft & { accountId: string }): Promise<Review> {
  const { id, accountId, body, numberId } = draft;
  const { pieces, unknown } = piecesOf(body, await fieldsOf(reader, accountId));
  const bare = fieldsWithoutFallback(pieces);
  const without = sql.join(
    [
      sql`0 as nothing`,
      ...bare.map(
        (field, at) =>
          sql`count(*) filter (where left_out is null and ${fieldValue(field.source)} = '')::int as ${sql.raw(`bare_${at}`)}`,
      ),
    ],
    sql`, `,
  );
  const [counts = {}] = await reader.execute<Record<string, number>>(sql`
    select count(*) filter (where left_out is null)::int as recipients,
      count(*) filter (where left_out = 'opted out')::int as "opted out",
      count(*) filter (where left_out = 'unreachable')::int as unreachable,
      count(*) filter (where left_out = 'without consent')::int as "without consent",
      ${without}
    from (${audienceOf(id)}) audience`);
  const [{ twice } = { twice: 0 }] = await reader.execute<{ twice: number }>(twiceIn(id));
  const recipients = counts.recipients ?? 0;
  const samples = recipients > 0 ? await samplesOf(reader, { id, pieces, rule: await ruleOf(reader, accountId) }) : [];
  const [pace] = await reader
    .select({ perSecond: linePace.perSecond })
    .from(linePace)
    .where(eq(linePace.numberId, numberId));
  const typical = samples.find(({ name }) => name === "A typical one")?.counted.segments ?? 1;
  const reasons = ["opted out", "unreachable", "without consent"] as const;
  return {
    recipients,
    leftOut: [
      ...reasons.map((reason) => ({ reason, people: counts[reason] ?? 0 })),
      { reason: "twice" as const, people: twice },
    ].filter(({ people }) => people > 0),
    waits: recipients > 0 ? await waitsOf(reader, draft) : [],
    samples: worthALook(samples),
    range: rangeOf(samples),
    replacing: replacingIn(samples),
    seconds: Math.ceil((recipients * typical) / (pace?.perSecond ?? 1)),
    missing: bare
      .map(({ field }, at) => ({ field, people: counts[`bare_${at}`] ?? 0 }))
      .filter(({ people }) => people > 0),
    unknown,
  };
}

/** None twice; and what costs most where that isn't the longest. */
function worthALook(samples: readonly Sample[]): Sample[] {
  const longest = samples.find(({ name }) => name === "The longest")?.counted.segments ?? 0;
  const shown = samples.filter(
    ({ name, counted }) =>
      name !== "The shortest" && (name !== "The one of most segments" || counted.segments > longest),
  );
  return shown.filter(({ text }, at) => shown.findIndex((other) => other.text === text) === at);
}

function rangeOf(samples: readonly Sample[]): Review["range"] {
  const segments = samples.map(({ counted }) => counted.segments);
  if (segments.length === 0) return null;
  const signs = new Set(samples.flatMap(({ text }) => costlySigns(text)));
  return { least: Math.min(...segments), most: Math.max(...segments), signs: [...signs] };
}

function replacingIn(samples: readonly Sample[]) {
  const changes = samples.flatMap((each) => each.changes);
  return {
    changes: changes.filter(({ from }, at) => changes.findIndex((other) => other.from === from) === at),
    segments: Math.max(0, ...samples.map(({ written }) => segmentsOf(written).segments)),
  };
}

/** In nobody's hours it begins with nobody. */
async function waitsOf(reader: Reader, { id, startsAt, startsOn, ownZones }: Draft): Promise<Wait[]> {
  const begins =
    ownZones && startsOn
      ? sql`greatest(now(), ${momentIn(sql`${startsOn}`, sql`zone`)})`
      : startsAt
        ? sql`${startsAt.toISOString()}::timestamptz`
        : sql`now()`;
  const zones = sql`select zone, count(*) as people from (${audienceOf(id)}) audience where left_out is null group by zone`;
  const found = await reader.execute<Found>(
    waitsAmong(sql`select zone, people, ${openFrom(begins, sql`zone`)} as opens from (${zones}) zones
      where not ${isOpen(begins, sql`zone`)}`),
  );
  return found.map(waitOf);
}

/** Nothing begins that goes to nobody, would say too much or leave a gap, or has nothing to leave from. */
export async function refuseUnready(c: Change, viewer: Viewer, campaign: ManagedCampaign): Promise<Review> {
  const { startsAt, startsOn, ownZones } = campaign;
  // Somewhere it may be later by a day: those get it in their next hours.
  const time = ownZones && startsOn ? momentOf(startsOn, viewer.timeZone) : startsAt;
  if (time && time.getTime() <= Date.now()) throw new Refused("Its time has come and gone. Choose another one.");
  await refuseOutOfService(c, campaign);
  if (!(await seesAll(c.tx, viewer, campaign.id))) throw new Refused(NOT_ALL);
  await fieldsHeld(c.tx, campaign.accountId);
  const review = await reviewOf(c.tx, campaign);
  const { recipients, missing, samples, unknown } = review;
  const [gone] = unknown;
  if (gone) throw new Refused(noField(gone));
  if (recipients === 0) throw new Refused("Nobody in these groups can get it.");
  const [gap] = missing;
  if (gap)
    throw new Refused(
      `${gap.people} of them have no ${gap.field}. Say what they read instead, like {${gap.field}|there}.`,
    );
  if (samples.some(({ text }) => text.length > 1600))
    throw new Refused("With the longest names it is too long to send.");
  return review;
}

/** Nothing of a campaign, and no test of it, leaves from a line that is out of service. */
export async function refuseOutOfService(c: Change, { numberId, state }: Pick<ManagedCampaign, "numberId" | "state">) {
  const line = await c.one(
    c.tx.select({ disabledAt: numbers.disabledAt }).from(numbers).where(eq(numbers.id, numberId)),
  );
  if (line.disabledAt)
    throw new Refused(`Its line is out of service.${state === "draft" ? " Choose another one." : ""}`);
}

/** Of a draft whose field was removed after it was written. */
export const noField = (name: string) => `There is no field ${name} any more. Edit the message.`;

export const NOT_ALL =
  "There are contacts in its groups whom you don't see. Somebody who sees them has to look it over.";

/** Whether the viewer sees everybody in its groups. */
export async function seesAll(reader: Reader, viewer: Viewer, id: string): Promise<boolean> {
  const others = await reader
    .select({ id: campaignGroups.groupId })
    .from(campaignGroups)
    .innerJoin(contactGroups, eq(contactGroups.id, campaignGroups.groupId))
    .where(and(eq(campaignGroups.campaignId, id), sql`(${wholeContactGroupsWithin(viewer)}) is not true`))
    .limit(1);
  return others.length === 0;
}

/** Null where there is somebody in its groups whom the viewer does not see. */
export const reviewCampaign = async (viewer: Viewer, draft: Draft): Promise<Review | null> =>
  (await seesAll(db, viewer, draft.id)) ? reviewOf(db, { ...draft, accountId: viewer.accountId }) : null;
