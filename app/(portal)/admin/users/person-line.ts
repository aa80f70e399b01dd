import { lostWords } from "@/lib/invitations/mail-state";
import type { MemberRow } from "@/lib/members/list/list-members";
import type { Status } from "@/lib/members/status";
import { shownAddress } from "@/lib/text/address";
import type { Eyes } from "@/lib/text/eyes";
import { inZone, type SaidTime, saidTime } from "@/lib/text/time-words";
import { invitationWords, productWords, roleWords } from "./words";

type Basics = readonly [id: string, name: string, email: string, username: string, roles: string, products: string];
type Note = readonly [note?: string | null, isBad?: boolean, whose?: "self" | "guest" | null];
type Line = readonly [...Basics, lines: string, status: Status, seen: SaidTime | null];
export type PersonLine = readonly [...Line, ...Note];

/**
 * One person as the list says them, in words ready to be drawn. A row of values: the names of its fields, said once a
 * person, would be a thirtieth of the page; at its end what most have none of.
 */
export function personLine(row: MemberRow, eyes: Eyes & { memberId: string }): PersonLine {
  const { now, memberId } = eyes;
  const note = invitationWords(row, now) ?? (row.isUnchecked ? "Email not confirmed" : null);
  const whose = row.id === memberId ? "self" : row.atHome ? null : "guest";
  const line: Line = [
    row.id,
    shownAddress(row.name),
    shownAddress(row.email),
    row.username ?? "–",
    roleWords(row.roles),
    productWords(row.products),
    row.lines === 0 ? "–" : String(row.lines),
    row.status,
    row.lastLoginAt === null ? null : seenTime(new Date(row.lastLoginAt), eyes),
  ];
  return note || whose ? [...line, note, note !== null && lostWords(row.mail) !== null, whose] : line;
}

/** Exactly, but for the zone: that is the same in all of them, and said once. */
function seenTime(at: Date, eyes: Eyes): SaidTime {
  const [moment, words, exact] = saidTime(at, eyes);
  return [moment, words, exact.slice(0, -inZone(eyes.zone).length)];
}
