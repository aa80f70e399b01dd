import { and, eq, or, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused } from "../errors";
import { asciiAddress } from "../text/address";
import { isKnown, knownPerson, nameOf } from "./guest-privacy";
import { lockMembers } from "./managed-members";

/** The member whom the viewer manages and means by a username or an email address, locked; refused beside `person`. */
export async function memberByLogin(c: Change, viewer: Viewer, typed: string) {
  const [named] = await select(c, viewer, typed);
  if (!named) throw nobody();
  await lockMembers(c, viewer, eq(members.id, named.id));
  const [member] = await select(c, viewer, typed);
  if (!member) throw nobody();
  return { ...member, name: nameOf(member) };
}

/** Whose username it is, is not told of somebody who is known by nothing but an address. */
const select = (c: Change, viewer: Viewer, typed: string) =>
  c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        membersWithin(viewer, "users.manage"),
        or(
          and(sql`lower(${users.username}) = lower(${typed})`, isKnown),
          sql`lower(${users.email}) = lower(${asciiAddress(typed) ?? typed})`,
        ),
      ),
    );

const nobody = () => new Refused("No such user in your company.", { field: "person" });
