import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { groups, members, users } from "@/db/schema";
import type { Role } from "../access/permissions";
import { membersWithin } from "../access/scope";
import { underGroup } from "../access/under-path";
import type { Viewer } from "../access/viewer";
import { idList } from "../id-list";
import { knownPerson } from "../members/guest-privacy";
import { PeoplePage, pageByName, turnedByName } from "../members/list/people-by-name";

/** Direct: a role at this very group. Inherited: at one above, which reaches it. Below: somewhere under it. */
export const GroupPeoplePage = PeoplePage.extend({ which: z.enum(["direct", "inherited", "below"]).catch("direct") });

type Wish = z.output<typeof GroupPeoplePage>;
type From = { role: Role; groupId: string; group: string };

/** A page of the people of a group by name, each with the roles that make them one of its people. */
export async function peopleOfGroup(viewer: Viewer, groupId: string, wish: Wish) {
  const there = await assigned(groupId, wish.which);
  const page = pageByName(viewer, wish);
  const found = await db
    .select({
      id: members.id,
      ...knownPerson,
      status: members.status,
      manages: sql<boolean>`coalesce((${membersWithin(viewer, "users.manage")}), false)`,
      from: sql<From[]>`(select json_agg(json_build_object('role', a.role, 'groupId', g.id, 'group', g.name)
        order by cardinality(g.path), g.name, a.role) from role_assignments a join groups g on g.id = a.group_id
        where a.member_id = ${members.id} and ${there})`,
      nameKey: members.nameKey,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersWithin(viewer, "account.view"), isOneOf(there, wish.which), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
  return turnedByName(found, wish);
}

/** Only what is asked of the tree itself joins it: without, PostgreSQL knows how many hold a role at these very groups. */
const isOneOf = (there: SQL, which: Wish["which"]) =>
  which === "below"
    ? sql`${members.id} in (select a.member_id from role_assignments a join groups g on g.id = a.group_id where ${there})`
    : sql`exists (select from role_assignments a where a.member_id = ${members.id} and ${there})`;

/** The groups above are given by name, so that PostgreSQL knows how many people there are to expect. */
async function assigned(groupId: string, which: Wish["which"]): Promise<SQL> {
  if (which === "direct") return sql`a.group_id = ${groupId}`;
  if (which === "below") return sql`${underGroup(sql`g.path`, groupId)} and a.group_id <> ${groupId}`;
  const [group] = await db.select({ path: groups.path }).from(groups).where(eq(groups.id, groupId));
  return sql`a.group_id = any(${idList(group?.path.slice(0, -1) ?? [])})`;
}
