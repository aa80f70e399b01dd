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

/** What is not in the telephones' own alphabet, as people see signs, each once: with one of them a text holds 70 instead of 160. */
export const costlySigns = (text: string): string[] => [
  ...new Set(Array.from(signs.segment(lined(text)), ({ segment }) => segment).filter((sign) => !gsmSegments(sign))),
];
