import { and, isNull, sql } from "drizzle-orm";
import { links, members, sessions } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { keepAnAdmin } from "../last-admin";
import { among, idsOf, subjectOf } from "./candidates";
import type { Batch } from "./change-many";

/** Out at once, all of them: their sessions end and their links die. */
export async function disableMany(c: Change, viewer: Viewer, { people, batchId }: Batch): Promise<number> {
  const ids = idsOf(people);
  await c.tx.update(members).set({ disabledAt: sql`now()` }).where(among(members.id, ids));
  await c.tx.delete(sessions).where(among(sessions.memberId, ids));
  await c.tx
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(and(among(links.memberId, ids), isNull(links.usedAt), isNull(links.revokedAt)));
  await keepAnAdmin(c, viewer.accountId);
  for (const person of people) c.record("member.disabled", subjectOf(person), { before: person.status }, { batchId });
  return people.length;
}
