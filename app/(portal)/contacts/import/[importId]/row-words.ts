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

/** What is known of the contact, and what the row says instead. */
type Values = Partial<Pick<ImportRow, "before" | "after">>;

type Row = Pick<ImportRow, "verdict" | "problem" | "changes" | "twin" | "included" | "blacklisted"> & Values;

const OTHERS = "There is a contact with that number already, whom you don’t manage.";

/** What else is to be said of a row: what changes, or why it is not taken in. */
function moreOf({ verdict, problem, changes, twin, included, blacklisted, ...values }: Row): string {
  if (verdict === "unreadable") return problem ?? OTHERS;
  if (verdict === "twice") return `Row ${twin} has the same number.`;
  if (verdict === "opted out")
    return included ? "Included. They still get no texts." : "They want no texts. Nothing in a file changes that.";
  if (blacklisted && verdict === "new") return "Gets no texts: blacklisted in the file.";
  return changes
    .map((what) => (what === "Blacklisted" ? "Gets no texts" : changeWords(what, values)))
    .join(values.before ? "; " : ", ");
}

/** "First Name: Olive → Olivia"; where nothing was known before, "Company: Bakery"; of groups and notes that they change. */
function changeWords(what: string, { before, after }: Values): string {
  const [was, is] = [before?.[what], after?.[what]];
  if (!is) return what;
  return was ? `${what}: ${was} → ${is}` : `${what}: ${is}`;
}

export const rowWords = (row: Row) => ({
  ...(row.verdict ? VERDICTS[row.verdict] : { words: "Not read yet", tone: "wait" as const }),
  more: moreOf(row),
});
