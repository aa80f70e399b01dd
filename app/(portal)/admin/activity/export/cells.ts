import { actionOf } from "@/lib/audit/actions";
import type { AuditEvent } from "@/lib/audit/read-events";
import { changesOf, changeWords, sentenceOf } from "@/lib/audit/sentences";

export const header = ["Time", "Person", "What happened", "Changes", "Subject", "Action", "Code", "Batch"];

const cells = (event: AuditEvent) => [
  event.at.toISOString(),
  event.actorName,
  sentenceOf(event),
  changesOf(event).map(changeWords).join("; "),
  event.subjectName ?? "",
  actionOf(event.action).name,
  event.action,
  event.batchId ?? "",
];

export async function* pagesOf(pages: AsyncIterable<AuditEvent[]>) {
  for await (const rows of pages) yield rows.map(cells);
}
