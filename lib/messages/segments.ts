import { SegmentedMessage } from "sms-segments-calculator";
import { gsmSegments, lined, type Segments } from "./gsm";

/** As the carrier counts and bills a text. */
export function segmentsOf(body: string): Segments {
  const counted = gsmSegments(body);
  if (counted) return counted;
  const text = lined(body);
  return { characters: [...text].length, segments: new SegmentedMessage(text).segmentsCount, alphabet: "UCS-2" };
}
