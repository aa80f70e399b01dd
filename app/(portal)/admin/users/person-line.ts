import { timeWords } from "@/components/ui/time-words";
import { lostWords } from "@/lib/invitations/mail-state";
import type { MemberRow } from "@/lib/members/list";
import { invitationWords, productWords, roleWords } from "./words";

export type PersonLine = ReturnType<typeof personLine>;

type Eyes = { zone: string; now: Date; memberId: string };

/** One person as the list says them, in words ready to be drawn; what there is nothing to say about is left out. */
export function personLine(row: MemberRow, { zone, now, memberId }: Eyes) {
  const note = invitationWords(row, now) ?? (row.isUnchecked ? "Email not confirmed" : null);
  const whose = row.id === memberId ? "self" : row.atHome ? undefined : "guest";
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    username: row.username ?? "–",
    roles: roleWords(row.roles),
    products: productWords(row.products),
    lines: row.lines === 0 ? "–" : String(row.lines),
    status: row.status,
    ...(note && { note }),
    ...(note && lostWords(row.mail) && { isBad: true }),
    ...(row.lastLoginAt && { seen: seenWords(new Date(row.lastLoginAt), zone, now) }),
    ...(whose && { whose }),
  };
}

function seenWords(at: Date, zone: string, now: Date) {
  const { short, exact } = timeWords(at, { zone, now });
  return { at: at.toISOString(), short, exact };
}
