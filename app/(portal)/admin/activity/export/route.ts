import { exportActivity } from "@/lib/audit/export";
import { activityQuery } from "@/lib/audit/query";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";
import { header, pagesOf } from "./cells";

/** History as its address has it filtered, to the oldest. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("audit.view");
  const query = activityQuery(Object.fromEntries(new URL(request.url).searchParams));
  const pages = pagesOf(exportActivity(viewer, query));
  return download(viewer, { name: datedName("activity", viewer.timeZone), header, pages });
}
