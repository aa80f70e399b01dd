import type { Rule } from "@/lib/auto-replace/replace";
import { gsmSegments, type Segments } from "@/lib/messages/gsm";

/** "140 characters, 1 segment", as it leaves, and what Auto-Replace makes of it. What GSM-7 can't say takes a library that few texts need. */
export async function countWords(body: string, rule: Rule | null): Promise<{ words: string; replacing: string }> {
  const written = await countOf(body);
  if (!rule || (rule.mode === "all" && written.alphabet === "GSM-7")) return { words: wordsOf(written), replacing: "" };
  const [{ replaced }, { changeWords }] = await Promise.all([
    import("@/lib/auto-replace/replace"),
    import("@/lib/auto-replace/change-words"),
  ]);
  const { text, changes } = replaced(body, rule);
  const sent = await countOf(text);
  const replacing = changeWords(changes, { before: written.segments, after: sent.segments });
  return { words: wordsOf(sent), replacing };
}

const countOf = async (body: string): Promise<Segments> =>
  gsmSegments(body) ?? (await import("@/lib/messages/segments")).segmentsOf(body);

const wordsOf = ({ characters, segments }: Segments) =>
  `${plural(characters, "character")}, ${plural(segments, "segment")}`;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
