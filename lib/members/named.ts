import { and, eq, or, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused } from "../errors";
import { knownPerson } from "./known";

/** The member whom the viewer manages and means by a username or an email address, locked; refused beside `person`. */
export async function memberNamed(c: Change, viewer: Viewer, typed: string) {
  const [member] = await c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        membersManagedBy(viewer),
        or(sql`lower(${users.username}) = lower(${typed})`, sql`lower(${users.email}) = lower(${typed})`),
      ),
    )
    .for("no key update", { of: members });
  if (!member) throw new Refused("No such user in your company.", { field: "person" });
  return member;
}
