import { failuresOf } from "@/lib/invitations/preview/failures";
import { getBatch } from "@/lib/invitations/preview/get-batch";
import { invitationColumns } from "@/lib/invitations/read/columns";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { fate } from "../fate";

/** The columns of an invitation CSV: what is mended in it can be sent again. */
const header = [...Object.values(invitationColumns).map(({ title }) => title), "Problem"];

/** Everybody in a batch who is not invited, or whose email did not leave, with the reason. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const viewer = await requireViewer("users.manage");
  const batch = (await getBatch(viewer, (await params).batchId)) ?? (await forbidden(viewer));
  async function* pages() {
    const rows = await failuresOf(viewer, batch);
    yield rows.map((row) => [...row.cells, row.problem ?? row.leftReason ?? fate(row, batch).words, ...row.beyond]);
  }
  return download(viewer, { name: datedName("rejected-rows", viewer.timeZone), header, pages: pages() });
}
