import { and, eq, sql } from "drizzle-orm";
import { consentEvents, optOuts } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";

/** Where an opt-out is from that holds for the sake of another telephone alone, since both are one contact's. */
export const BY_A_MERGE = "by a merge";

/** What has been said of it from its beginning on, in the order in which it was. */
const said = sql`consent_events e join consent_events later
  on later.account_id = e.account_id and later.phone = e.phone and later.kind in ('out', 'maybe') and later.id >= e.id
  where e.account_id = ${optOuts.accountId} and e.phone = ${optOuts.phone} and e.at = ${optOuts.since}`;

/** A colleague, a list or they themselves have said so once more. */
const isSaidAgain = sql`exists (select from ${said} and later.id > e.id)`;
const isByMerge = sql`exists (select from ${said} and later.id = e.id and later.source = ${BY_A_MERGE})`;

/** Also where they have said so themselves since; whoever agrees to what a text seems to say does it for its line. */
const isByHandBut = (act: Date | null) => sql<boolean>`(${optOuts.how} = 'by hand' and not ${isByMerge}
    and ${optOuts.since} is distinct from ${act?.toISOString() ?? null}::timestamptz
  or exists (select from ${said} and later.source = 'by hand' and later.number_id is null
    and later.at is distinct from ${act?.toISOString() ?? null}::timestamptz))`;

type Stop = {
  since: Date;
  /** Somebody has opted them out by hand, on this very telephone, otherwise than by that act. */
  isByHand: boolean;
  /** What holds was done once, by hand or by a merge, and can be taken back. */
  isDoneOnce: boolean;
  isByMerge: boolean;
};

/** What holds of these numbers, held until the change is done: what is said of it just now is seen. */
export async function stopsAmong(c: Change, viewer: Viewer, phones: readonly string[], act: Date | null = null) {
  const theirs = ofThese(viewer, phones);
  await c.tx
    .select({ phone: optOuts.phone })
    .from(optOuts)
    .where(theirs)
    .orderBy(sql`${optOuts.phone} collate "C"`)
    .for("update");
  const found = await c.tx
    .select({
      phone: optOuts.phone,
      since: optOuts.since,
      isByHand: isByHandBut(act),
      isDoneOnce: sql<boolean>`(${optOuts.how} = 'by hand' and not ${isSaidAgain})`,
      isByMerge: sql<boolean>`${isByMerge}`,
    })
    .from(optOuts)
    .where(theirs);
  return new Map<string, Stop>(found.map(({ phone, ...stop }) => [phone, stop]));
}

/** They are texted again on these. */
export async function liftStops(c: Change, viewer: Viewer, phones: readonly string[]): Promise<void> {
  if (phones.length === 0) return;
  const { accountId, memberId: actorId } = viewer;
  await c.tx.delete(optOuts).where(ofThese(viewer, phones));
  const undone = { accountId, kind: "cleared" as const, source: "undone", actorId, actorName: fullName(viewer) };
  await c.tx.insert(consentEvents).values(phones.map((phone) => ({ ...undone, phone })));
}

const ofThese = ({ accountId }: Viewer, phones: readonly string[]) =>
  and(eq(optOuts.accountId, accountId), sql`${optOuts.phone} = any(${sql.param(phones)}::text[])`);
