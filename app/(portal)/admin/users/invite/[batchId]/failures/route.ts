import { notFound } from "next/navigation";
import { csvDownload, datedName } from "@/lib/csv";
import { getBatch } from "@/lib/invitations/get-batch";
import { listBatch } from "@/lib/invitations/list-batch";
import { requireViewer } from "@/lib/web/viewer";
import { productWords, roleWords } from "../../../words";
import { fate } from "../fate";

/** The columns of an invitation CSV: what is mended in it can be sent again. */
const header = ["email", "first name", "last name", "roles", "products", "problem"];

/** Everybody in a batch who was not invited, or whose email did not leave, with the reason. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const viewer = await requireViewer("users.manage");
  const batch = (await getBatch(viewer, (await params).batchId)) ?? notFound();
  async function* pages() {
    const rows = await listBatch(viewer, batch.id, { show: "not", page: 1, whole: true });
    yield rows.map((row) => [
      ...[row.email, row.firstName, row.lastName],
      row.roles.length > 0 ? roleWords(row.roles).replaceAll(" · ", " @ ").replaceAll(", ", "; ") : "",
      row.roles.length > 0 ? productWords(row.products).replaceAll(", ", "; ") : "",
      row.problem ?? fate(row, batch).words,
    ]);
  }
  return csvDownload({ name: datedName("not-invited", viewer.timeZone), header, pages: pages() });
}
