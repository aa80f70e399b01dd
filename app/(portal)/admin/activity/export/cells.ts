import type { AuditEvent } from "@/lib/audit/read";
import { changesOf, changeWords, sentenceOf } from "@/lib/audit/sentences";

export const header = ["Time", "Person", "Action", "Subject", "Sentence", "Changes", "Batch"];

const cells = (event: AuditEvent) => [
  event.at.toISOString(),
  event.actorName,
  event.action,
  event.subjectName ?? "",
  sentenceOf(event),
  changesOf(event).map(changeWords).join("; "),
  event.batchId ?? "",
];

export async function* pagesOf(pages: AsyncIterable<AuditEvent[]>) {
  for await (const rows of pages) yield rows.map(cells);
}
