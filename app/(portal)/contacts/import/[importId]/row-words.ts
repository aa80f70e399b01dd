import type { Tone } from "@/components/ui/pill";
import type { ImportRow, Verdict } from "@/lib/contacts/import/get-import";

export const VERDICTS: Record<Verdict, { words: string; tone: Tone }> = {
  new: { words: "New", tone: "good" },
  changes: { words: "Changes", tone: "wait" },
  same: { words: "Same", tone: "off" },
  "opted out": { words: "Opted out", tone: "off" },
  unreadable: { words: "Unreadable", tone: "bad" },
  twice: { words: "Twice in the file", tone: "bad" },
};

type Row = Pick<ImportRow, "verdict" | "problem" | "changes" | "twin" | "included" | "blacklisted">;

const OTHERS = "There is a contact with that number already, whom you don’t manage.";

/** What else is to be said of a row: what changes, or why it is not taken in. */
function moreOf({ verdict, problem, changes, twin, included, blacklisted }: Row): string {
  if (verdict === "unreadable") return problem ?? OTHERS;
  if (verdict === "twice") return `Row ${twin} has the same number.`;
  if (verdict === "opted out")
    return included ? "Included. They still get no texts." : "They want no texts. Nothing in a file changes that.";
  if (blacklisted && verdict === "new") return "Gets no texts: blacklisted in the file.";
  return changes.map((what) => (what === "Blacklisted" ? "Gets no texts" : what)).join(", ");
}

export const rowWords = (row: Row) => ({
  ...(row.verdict ? VERDICTS[row.verdict] : { words: "Not read yet", tone: "wait" as const }),
  more: moreOf(row),
});
