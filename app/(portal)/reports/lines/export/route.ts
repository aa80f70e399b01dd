import { linesAndPeople } from "@/lib/reports/lines-and-people";
import { linesQuery } from "@/lib/reports/lines-query";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";
import { hasIn } from "../words";
import { header, pagesOf } from "./cells";

/** Lines and people as the address has them filtered. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("reports.download");
  const query = linesQuery(Object.fromEntries(new URL(request.url).searchParams));
  const pages = pagesOf(await linesAndPeople(viewer, query), hasIn(query));
  return download(viewer, { name: datedName("lines-and-people", viewer.timeZone), header, pages });
}
