import { contactsQuery } from "@/lib/contacts/contacts-query";
import { exportContacts, exportHeader } from "@/lib/contacts/export";
import { listContactFields } from "@/lib/contacts/fields/list";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";

/** The list as its address has it searched, filtered and sorted, to the last row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("contacts.manage");
  const query = contactsQuery(Object.fromEntries(new URL(request.url).searchParams));
  const own = await listContactFields(viewer);
  return download(viewer, {
    name: datedName("contacts", viewer.timeZone),
    header: exportHeader(own),
    pages: exportContacts(viewer, query, own),
  });
}
