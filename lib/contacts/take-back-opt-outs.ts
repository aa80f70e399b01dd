import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { consentEvents, optOuts } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { idsOf } from "../id-list";
import type { StoppedStep } from "../undo/step";
import { managedContacts, mergedWith, subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";

/**
 * They are texted again, on all their telephones, as before somebody opted them out by hand just now. What they have said by
 * themselves since stays. Answers how many, and the names of the others.
 */
export async function takeBackOptOuts(c: Change, viewer: Viewer, { contacts, since }: StoppedStep) {
  const people = await managedContacts(c, viewer, contacts);
  const all = [...people, ...(await mergedWith(c, idsOf(people)))].map(({ phone }) => phone);
  const { accountId, memberId: actorId } = viewer;
  const theirs = sql`${optOuts.phone} = any(${sql.param(all)}::text[])`;
  const lifted = await c.tx
    .delete(optOuts)
    .where(
      and(eq(optOuts.accountId, accountId), theirs, eq(optOuts.how, "by hand"), eq(optOuts.since, new Date(since))),
    )
    .returning({ phone: optOuts.phone });
  const said = { accountId, kind: "cleared" as const, source: "undone", actorId, actorName: fullName(viewer) };
  if (lifted.length > 0) await c.tx.insert(consentEvents).values(lifted.map(({ phone }) => ({ ...said, phone })));
  const free = new Set(lifted.map(({ phone }) => phone));
  const together = people.length > 1 ? { batchId: v7() } : undefined;
  const [undone, left] = [
    people.filter(({ phone }) => free.has(phone)),
    people.filter(({ phone }) => !free.has(phone)),
  ];
  for (const person of undone) c.record("opt-out.lifted", subjectOf(person), {}, together);
  return { undone: undone.length, left: left.map(shownName) };
}
