import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { members, outbox } from "@/db/schema";
import { groupsWith } from "../../access/can";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { among } from "../../id-list";

/** Up to here the emails of each are fetched and sorted: with ten emails a person, some eight thousand. */
const FEW = 800;

/** Up to here they are met soon on the way through everybody's, each told by a list; beyond, each is asked for. */
const MANY = 3000;

/** `few`: so few people that their emails are fetched and sorted, instead of looked for among everybody's. */
export type Emails = { where: SQL | undefined; few: boolean };

const inAccount = (viewer: Viewer) => eq(outbox.accountId, viewer.accountId);

/** A value for each email met, by its member's key: as a condition it would be asked of all members at once. */
const toAnyOf = (which: SQL | undefined) =>
  sql`coalesce((select true from ${members} where ${members.id} = ${outbox.memberId} and ${which}), false)`;

/** At the root every email of the account; elsewhere those to members whose history the viewer may read. */
export async function emailsSeenBy(viewer: Viewer): Promise<Emails> {
  const held = groupsWith(viewer, "audit.view");
  if (held.length === 0) return { where: sql`false`, few: true };
  if (held.includes(viewer.rootGroupId)) return { where: inAccount(viewer), few: false };
  return amongThose(viewer, membersWithin(viewer, "audit.view"));
}

/** What the viewer may decide about: emails to members whom they manage; at the root also those to nobody's member. */
export function emailsManagedBy(viewer: Viewer): SQL | undefined {
  const held = groupsWith(viewer, "users.manage");
  if (held.length === 0) return sql`false`;
  if (held.includes(viewer.rootGroupId)) return inAccount(viewer);
  return and(inAccount(viewer), toAnyOf(membersWithin(viewer, "users.manage")));
}

/** Emails to members like that, or `otherwise` found. */
export async function amongThose(viewer: Viewer, which: SQL | undefined, otherwise?: SQL): Promise<Emails> {
  const ours = and(eq(members.accountId, viewer.accountId), which);
  const upTo = db
    .select({ id: members.id })
    .from(members)
    .where(ours)
    .limit(MANY + 1)
    .as("up_to");
  const [found] = await db.select({ ids: sql<string[]>`coalesce(array_agg(${upTo.id}), '{}')` }).from(upTo);
  const ids = found?.ids ?? [];
  const to = ids.length <= MANY ? among(outbox.memberId, ids) : toAnyOf(ours);
  return { where: and(inAccount(viewer), or(to, otherwise)), few: ids.length <= FEW };
}
