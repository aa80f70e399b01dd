import { gsmSegments } from "@/lib/messages/gsm";

/** "140 characters, 1 segment". What GSM-7 can't say takes a library that few texts need. */
export async function countWords(body: string): Promise<string> {
  const { characters, segments } = gsmSegments(body) ?? (await import("@/lib/messages/segments")).segmentsOf(body);
  return `${plural(characters, "character")}, ${plural(segments, "segment")}`;
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
