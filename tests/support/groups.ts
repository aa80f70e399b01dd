import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "@/db";
import { groups } from "@/db/schema";
import { onceKey } from "./cast";

type Place = { id: string; name: string };

/** The forms of groups, as their pages fill them. */
export const addForm = (parentId: string, name: string) => ({ parentId, name, isLocation: false, once: onceKey() });
export const moveForm = (groupId: string, parentId: string) => ({ groupId, parentId, once: onceKey() });
export const renameForm = (group: Place, name: string) => ({
  groupId: group.id,
  name,
  isLocation: false,
  revision: 1,
  once: onceKey(),
});

export const groupRow = async (id: string) => (await db.select().from(groups).where(eq(groups.id, id)))[0];

/** Paths are what walking down the tree finds, nothing is lost on a circle, and members reach what their roles reach. */
export async function expectSoundTree({ accountId }: { accountId: string }) {
  const [found] = await db.execute(sql`
    with recursive walk as (
      select id, array[id] as way from groups where account_id = ${accountId} and parent_id is null
      union all select g.id, w.way || g.id from groups g join walk w on g.parent_id = w.id)
    select (select count(*)::int from groups g join walk w using (id) where g.path <> w.way) as wrong,
      (select count(*)::int from groups g where account_id = ${accountId} and id not in (select id from walk)) as lost,
      (select count(*)::int from members m cross join lateral (
          select coalesce(array_agg(step), '{}') as reach from role_assignments a join groups g on g.id = a.group_id,
          unnest(g.path) step where a.member_id = m.id) held
        where m.account_id = ${accountId} and not (m.group_ids @> reach and m.group_ids <@ reach)) as astray`);
  expect(found).toEqual({ wrong: 0, lost: 0, astray: 0 });
}
