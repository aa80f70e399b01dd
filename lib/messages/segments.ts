import { SegmentedMessage } from "sms-segments-calculator";
import { gsmSegments, lined, type Segments } from "./gsm";

/** As the carrier counts and bills a text. */
export function segmentsOf(body: string): Segments {
  const counted = gsmSegments(body);
  if (counted) return counted;
  const text = lined(body);
  return { characters: [...text].length, segments: new SegmentedMessage(text).segmentsCount, alphabet: "UCS-2" };
}

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The signs that make more segments of a text because they are not in the telephones' own alphabet, as people see signs, each once. */
export function costlySigns(text: string): string[] {
  const all = Array.from(signs.segment(lined(text)), ({ segment }) => segment);
  const costly = new Set(all.filter((sign) => !gsmSegments(sign)));
  const without = gsmSegments(all.map((sign) => (costly.has(sign) ? "?" : sign)).join(""));
  return without && without.segments < segmentsOf(text).segments ? [...costly] : [];
}
