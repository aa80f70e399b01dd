import { contactsQuery } from "@/lib/contacts/contacts-query";
import { exportContacts } from "@/lib/contacts/list";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { requireViewer } from "@/lib/web/viewer";

const header = ["Name", "Phone Number", "Email", "Company", "Texts", "Added"];

/** The list as its address has it searched, filtered and sorted, to the last row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("contacts.manage");
  const query = contactsQuery(Object.fromEntries(new URL(request.url).searchParams));
  async function* pages() {
    for await (const rows of exportContacts(viewer, query))
      yield rows.map((row) => [
        row.name === row.phone ? "" : row.name,
        row.phone,
        row.email ?? "",
        row.company ?? "",
        row.hasOptedOut ? "Opted out" : row.isUnreachable ? "Unreachable" : "Allowed",
        row.addedAt.toISOString(),
      ]);
  }
  return download(viewer, { name: datedName("contacts", viewer.timeZone), header, pages: pages() });
}
