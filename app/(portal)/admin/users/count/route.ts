import { countMatching } from "@/lib/members/list/count-matching";
import { listQuery } from "@/lib/members/list/list-query";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";

/** How many fit the list's search and filters, as the person writes figures; asked when somebody begins to choose. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("users.manage");
  const filter = listQuery(Object.fromEntries(new URL(request.url).searchParams));
  const count = (await figures())(await countMatching(viewer, filter));
  return Response.json(count, { headers: { "cache-control": "no-store" } });
}
