import { timeWords } from "@/components/ui/time-words";
import type { MemberRow } from "@/lib/members/list";
import { invitationWords, productWords, roleWords } from "./words";

export type PersonLine = ReturnType<typeof personLine>;

type Eyes = { zone: string; now: Date; memberId: string; manages: boolean };

/** One person as the list says them, in words ready to be drawn. */
export function personLine(row: MemberRow, { zone, now, memberId, manages }: Eyes) {
  const note = invitationWords(row, now);
  const seen = row.lastLoginAt ? new Date(row.lastLoginAt) : null;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    username: row.username ?? "–",
    roles: roleWords(row.roles),
    products: productWords(row.products),
    lines: row.lines === 0 ? "–" : String(row.lines),
    status: row.status,
    note,
    isBad: row.mail === "failed" && note !== null,
    seen: seen && { at: seen.toISOString(), ...timeWords(seen, { zone, now }) },
    manages,
    menu: row.id === memberId ? "self" : row.atHome ? undefined : "guest",
  };
}
