import { and, eq, or, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { emailTaken, usernameTaken } from "../constraints";
import { Refused } from "../errors";

type Typed = { username: string; email: string };

/** Why a new login can't have these names, and what can be done instead; of people elsewhere nothing else is told. */
export async function whoseIsIt(c: Change, viewer: Viewer, { username, email }: Typed): Promise<Refused> {
  const sameEmail = sql<boolean>`lower(${users.email}) = lower(${email})`;
  const sameName = sql<boolean>`lower(${users.username}) = lower(${username})`;
  const isHere = sql<boolean>`exists (select from members m where m.user_id = ${users.id} and m.account_id = ${viewer.accountId})`;
  const taken = await c.tx
    .select({ email: sameEmail, username: sameName, memberId: members.id, status: members.status, isHere })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), membersManagedBy(viewer)))
    .where(or(sameEmail, sameName));
  const byEmail = taken.find((person) => person.email);
  if (!byEmail) return usernameTaken();
  const also = taken.some((person) => person.username) ? { username: usernameTaken().message } : {};
  return new Refused(...said(email, byEmail, also));
}

type Holder = { memberId: string | null; status: string | null; isHere: boolean };
type Said = ConstructorParameters<typeof Refused>;

function said(email: string, { memberId, status, isHere }: Holder, also: Record<string, string>): Said {
  const beside = { field: "email", also };
  if (!memberId && isHere) return ["Already a member of your company.", beside];
  if (!memberId) {
    const offer = { label: "Invite Users", href: "/admin/users/invite" };
    return [`${emailTaken().message} Invite them as a guest instead.`, { ...beside, offer }];
  }
  const page = `/admin/users/${memberId}`;
  if (status !== "Pending")
    return [emailTaken().message, { ...beside, offer: { label: "Open their page", href: page } }];
  const offer = { label: "Resend invitation", href: `${page}#actions`, resendTo: memberId };
  return [`${email} is invited already. Send the invitation again instead.`, { ...beside, offer }];
}
