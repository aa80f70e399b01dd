import { datedName } from "@/lib/csv";
import { offerOf } from "@/lib/invitations/offer";
import { header, pagesOf } from "@/lib/members/export-cells";
import { exportMembers } from "@/lib/members/list-export";
import { groupsToFilter } from "@/lib/members/list-groups";
import { listQuery } from "@/lib/members/list-query";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";

/** The list as its address has it filtered and sorted, to the last row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("account.view");
  const asked = listQuery(Object.fromEntries(new URL(request.url).searchParams));
  const { chosen } = await groupsToFilter(viewer, asked.group);
  const pages = pagesOf(exportMembers(viewer, { ...asked, group: chosen }), await offerOf(viewer));
  return download(viewer, { name: datedName("users", viewer.timeZone), header, pages });
}
