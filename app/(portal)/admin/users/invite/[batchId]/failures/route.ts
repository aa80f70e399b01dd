import { notFound } from "next/navigation";
import { datedName } from "@/lib/csv";
import { csvColumns } from "@/lib/invitations/csv-columns";
import { failuresOf } from "@/lib/invitations/failures";
import { getBatch } from "@/lib/invitations/get-batch";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";
import { fate } from "../fate";

/** The columns of an invitation CSV: what is mended in it can be sent again. */
const header = [...Object.values(csvColumns).map(({ title }) => title), "problem"];

/** Everybody in a batch who was not invited, or whose email did not leave, with the reason. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const viewer = await requireViewer("users.manage");
  const batch = (await getBatch(viewer, (await params).batchId)) ?? notFound();
  async function* pages() {
    const rows = await failuresOf(viewer, batch.id);
    yield rows.map((row) => [...row.cells, row.problem ?? fate(row, batch).words, ...row.beyond]);
  }
  return download(viewer, { name: datedName("not-invited", viewer.timeZone), header, pages: pages() });
}
