import type { HistoryText } from "@/lib/reports/list-history";
import { textStateWords } from "@/lib/reports/text-states";
import { personWords, reasonWords } from "../words";

export const header = [
  "Time",
  "Line",
  "Direction",
  "State",
  "Reason",
  "Contact",
  "Phone",
  "Person",
  "Campaign",
  "Segments",
  "Text",
];

const cells = (text: HistoryText) => [
  text.at.toISOString(),
  text.line || { e164: text.e164 },
  text.direction === "in" ? "In" : "Out",
  textStateWords(text.state),
  reasonWords(text),
  text.contact === text.phone ? { e164: text.phone } : text.contact,
  { e164: text.phone },
  personWords(text),
  text.campaign ?? "",
  text.segments?.toString() ?? "",
  text.body,
];

export async function* pagesOf(pages: AsyncIterable<HistoryText[]>) {
  for await (const rows of pages) yield rows.map(cells);
}
