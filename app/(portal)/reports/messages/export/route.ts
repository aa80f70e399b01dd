import { exportHistory, historyHeader as header } from "@/lib/reports/export-history";
import { historyQuery } from "@/lib/reports/history-query";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";

/** The message history as its address has it filtered, to the oldest. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("reports.download");
  const query = historyQuery(Object.fromEntries(new URL(request.url).searchParams));
  const pages = exportHistory(viewer, query);
  return download(viewer, { name: datedName("messages", viewer.timeZone), header, pages });
}
