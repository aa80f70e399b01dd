import { lostWords } from "@/lib/invitations/mail-state";
import type { MemberRow } from "@/lib/members/list/list-members";
import { shownAddress } from "@/lib/text/address";
import type { Eyes } from "@/lib/text/eyes";
import { timeWords } from "@/lib/text/time-words";
import { invitationWords, productWords, roleWords } from "./words";

export type PersonLine = ReturnType<typeof personLine>;

/** One person as the list says them, in words ready to be drawn; what there is nothing to say about is left out. */
export function personLine(row: MemberRow, eyes: Eyes & { memberId: string }) {
  const { now, memberId } = eyes;
  const note = invitationWords(row, now) ?? (row.isUnchecked ? "Email not confirmed" : null);
  const whose = row.id === memberId ? "self" : row.atHome ? undefined : "guest";
  return {
    id: row.id,
    name: shownAddress(row.name),
    email: shownAddress(row.email),
    username: row.username ?? "–",
    roles: roleWords(row.roles),
    products: productWords(row.products),
    lines: row.lines === 0 ? "–" : String(row.lines),
    status: row.status,
    ...(note && { note }),
    ...(note && lostWords(row.mail) && { isBad: true }),
    ...(row.lastLoginAt && { seen: seenWords(new Date(row.lastLoginAt), eyes) }),
    ...(whose && { whose }),
  };
}

function seenWords(at: Date, eyes: Eyes) {
  const { short, exact } = timeWords(at, eyes);
  return { at: at.toISOString(), short, exact };
}
