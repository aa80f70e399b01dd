import { listContactFields } from "@/lib/contacts/fields/list";
import { contactColumnNames, contactColumns } from "@/lib/contacts/import/columns";
import { getImport } from "@/lib/contacts/import/get-import";
import { ownColumns } from "@/lib/contacts/import/own-columns";
import { rejectedRows } from "@/lib/contacts/import/rejected-rows";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { rowWords } from "../row-words";

/** Every row that is not taken in, with the reason. */
export async function GET(_request: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  const viewer = await requireViewer("contacts.manage");
  const list = (await getImport(viewer, (await params).importId)) ?? (await forbidden(viewer));
  const own = ownColumns(list.columns, await listContactFields(viewer));
  // The columns of a file of contacts: what is mended in it can be dropped in again.
  const titles = contactColumnNames.map((column) => contactColumns[column].title);
  const header = [...titles, ...own.map(({ name }) => name), "Problem"];
  async function* pages() {
    for await (const rows of rejectedRows(viewer, list))
      yield rows.map((row) => [
        ...contactColumnNames.map(row.cell),
        ...own.map(({ field }) => row.cell(field)),
        rowWords(row).more,
      ]);
  }
  return download(viewer, { name: datedName("rejected-rows", viewer.timeZone), header, pages: pages() });
}
