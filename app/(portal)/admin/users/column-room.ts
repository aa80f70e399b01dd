import type { PersonLine } from "./person-line";

/** Longest in letters: "Messaging Agent" or "End User · East", "Yesterday, 06:08", "waiting to be sent". */
const SHORT = { role: 15, seen: 16, note: 18 };

/** Which columns of a page have short words alone, as classes: a page knows its words, so its rows need no measuring. */
export function columnRoom(lines: readonly PersonLine[]): string {
  const fits = (most: number, words: (line: PersonLine) => string | null | undefined) =>
    lines.every((line) => (words(line)?.length ?? 0) <= most);
  const isRoleShort = fits(SHORT.role, ([, , , , roles]) => roles);
  const isSeenShort = fits(SHORT.seen, ([, , , , , , , , seen]) => seen?.[1]);
  const isNoteShort = fits(SHORT.note, (line) => line[9]?.replace("Invitation ", ""));
  return `${isRoleShort ? "short-roles" : ""} ${isSeenShort && isNoteShort ? "short-times" : ""}`;
}
