import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { consentEvents, optOuts } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { NotFound } from "../errors";
import { idsOf } from "../id-list";
import type { Did } from "../undo/step";
import { managedAmong, mergedWith, subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";

/** Of an opt-out by hand: a colleague, a list or they themselves have said so once more. */
const wasSaidAgain = sql`exists (select from consent_events e join consent_events later
  on later.account_id = e.account_id and later.phone = e.phone and later.id > e.id and later.kind in ('out', 'maybe')
  where e.account_id = ${optOuts.accountId} and e.phone = ${optOuts.phone} and e.at = ${optOuts.since})`;

/**
 * They are texted again, on all their telephones, as before somebody opted them out by hand just now. What was said
 * again since, by whomever, stays, and so does who is gone since: deleted, merged into somebody else, or another part's. Answers how many, how many
 * were left, and the names of those who are still there.
 */
export async function takeBackOptOuts(c: Change, viewer: Viewer, { contacts, since }: Did<"opted-out">) {
  const people = await managedAmong(c, viewer, contacts);
  if (people.length === 0) throw new NotFound();
  const all = [...people, ...(await mergedWith(c, idsOf(people)))];
  const lifted = await liftByHand(c, viewer, { phones: all.map(({ phone }) => phone), since: new Date(since) });
  const free = new Set(lifted);
  const together = people.length > 1 ? { batchId: v7() } : undefined;
  const [undone, left] = [
    people.filter(({ phone }) => free.has(phone)),
    people.filter(({ phone }) => !free.has(phone)),
  ];
  // Whoever was merged into one of them since is texted again as well.
  const texted = new Set(idsOf(all.filter(({ phone }) => free.has(phone))));
  for (const person of undone) c.record("opt-out.lifted", subjectOf(person), {}, together);
  return {
    undone: undone.length,
    left: left.map(shownName),
    leftCount: contacts.filter((id) => !texted.has(id)).length,
  };
}

/** What was said by hand of these numbers at that very moment, and not again since by anybody. Answers which are texted again. */
export async function liftByHand(
  c: Change,
  viewer: Viewer,
  { phones, since }: { phones: readonly string[]; since: Date },
): Promise<string[]> {
  const { accountId, memberId: actorId } = viewer;
  const theirs = and(
    ...[eq(optOuts.accountId, accountId), sql`${optOuts.phone} = any(${sql.param(phones)}::text[])`],
    ...[eq(optOuts.how, "by hand"), eq(optOuts.since, since)],
  );
  // First what is held still, so that what was said of it meanwhile is seen.
  await c.tx.select({ phone: optOuts.phone }).from(optOuts).where(theirs).orderBy(optOuts.phone).for("update");
  const lifted = await c.tx
    .delete(optOuts)
    .where(and(theirs, sql`not ${wasSaidAgain}`))
    .returning({ phone: optOuts.phone });
  const said = { accountId, kind: "cleared" as const, source: "undone", actorId, actorName: fullName(viewer) };
  if (lifted.length > 0) await c.tx.insert(consentEvents).values(lifted.map(({ phone }) => ({ ...said, phone })));
  return lifted.map(({ phone }) => phone);
}
