import { and, eq, or, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { emailTaken, usernameTaken } from "../constraints";
import { type Refused, type Remedy, refusedFields } from "../errors";
import type { Reader } from "../reader";
import { lookAlike } from "../users/refuse-look-alike";

/** What could be read of them; of the other nothing is said. */
type Typed = { username?: string | undefined; email?: string | undefined };

/**
 * Why a new login can't have these names, all of it, and what can be done instead; undefined when nothing is in the way.
 * Of people elsewhere nothing else is told.
 */
export async function explainTaken(reader: Reader, viewer: Viewer, typed: Typed): Promise<Refused | undefined> {
  const { username, email } = typed;
  const sameEmail = email ? sql<boolean>`lower(${users.email}) = lower(${email})` : no;
  const sameName = username ? sql<boolean>`lower(${users.username}) = lower(${username})` : no;
  const isHere = sql<boolean>`exists (select from members m where m.user_id = ${users.id} and m.account_id = ${viewer.accountId})`;
  const taken = await reader
    .select({ email: sameEmail, username: sameName, memberId: members.id, status: members.status, isHere })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), membersWithin(viewer, "users.manage")))
    .where(or(sameEmail, sameName));
  const byEmail = email ? taken.find((person) => person.email) : undefined;
  const said = email && byEmail ? saidOf(email, byEmail) : undefined;
  const isTaken = taken.some((person) => person.username);
  const alike =
    username && !isTaken
      ? await lookAlike(reader, viewer.accountId, username, membersWithin(viewer, "users.manage"))
      : undefined;
  return refusedFields({ email: said?.words, username: isTaken ? usernameTaken().message : alike }, said?.offer);
}

const DISABLED = "Somebody with that email address is a user already (Disabled). Enable them on their page.";

const no = sql<boolean>`false`;

type Holder = { memberId: string | null; status: string | null; isHere: boolean };

function saidOf(email: string, { memberId, status, isHere }: Holder): { words: string; offer?: Remedy } {
  if (!memberId && isHere) return { words: "Already a member of your company." };
  if (!memberId) {
    const offer = { label: "Invite Users", href: "/admin/users/invite" };
    return { words: `${emailTaken().message} Invite them as a guest instead.`, offer };
  }
  const page = `/admin/users/${memberId}`;
  const open = { label: "Open their page", href: page };
  if (status === "Disabled") return { words: DISABLED, offer: open };
  if (status !== "Pending") return { words: emailTaken().message, offer: open };
  const offer = { label: "Resend invitation", href: `${page}#actions`, resendTo: memberId };
  return { words: `${email} is invited already. Send the invitation again instead.`, offer };
}
