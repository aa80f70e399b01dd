import { grantableBy } from "@/lib/invitations/grantable";
import { header, pagesOf } from "@/lib/members/list/export-cells";
import { exportMembers } from "@/lib/members/list/export-members";
import { groupsToFilter } from "@/lib/members/list/groups-to-filter";
import { listQuery } from "@/lib/members/list/list-query";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";

/** The list as its address has it filtered and sorted, to the last row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("account.view");
  const asked = listQuery(Object.fromEntries(new URL(request.url).searchParams));
  const { chosen } = await groupsToFilter(viewer, asked.group);
  const pages = pagesOf(exportMembers(viewer, { ...asked, group: chosen }), await grantableBy(viewer));
  return download(viewer, { name: datedName("users", viewer.timeZone), header, pages });
}
