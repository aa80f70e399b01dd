import { and, eq, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

export type Known = Awaited<ReturnType<typeof findPeople>> extends Map<string, infer Person> ? Person : never;
export type Verdict = {
  verdict: "new" | "guest" | "here" | "pending";
  problem: string | null;
  memberId: string | null;
};

/** Who among the addresses has a login, and a place in the viewer's company; by the address in lower case. One query. */
export async function findPeople(tx: WriteTx, viewer: Viewer, emails: readonly string[]) {
  const keys = emails.map((email) => email.toLowerCase());
  const rows = await tx
    .select({
      key: sql<string>`lower(${users.email})`,
      userId: users.id,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      memberId: members.id,
      status: members.status,
      managed: sql<boolean>`coalesce(${membersWithin(viewer, "users.manage")}, false)`,
    })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), eq(members.accountId, viewer.accountId)))
    .where(sql`lower(${users.email}) = any(${sql.param(keys)}::text[])`);
  return new Map(rows.map((row) => [row.key, row]));
}

/** What an invitation would mean for them. Of somebody whom the viewer doesn't manage, no more than that they are here. */
export function verdictOn(known: Known | undefined): Verdict {
  if (!known) return { verdict: "new", problem: null, memberId: null };
  if (known.memberId === null) return { verdict: "guest", problem: null, memberId: null };
  if (!known.managed) return { verdict: "here", problem: "Already a member of your company.", memberId: null };
  const { memberId } = known;
  if (known.status === "Pending")
    return { verdict: "pending", problem: "Invited already, and has not joined yet.", memberId };
  const problem =
    known.status === "Disabled"
      ? "Already a member of your company, and disabled. Enable them on their page."
      : "Already a member of your company.";
  return { verdict: "here", problem, memberId };
}
