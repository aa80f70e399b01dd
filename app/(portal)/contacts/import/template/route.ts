import { listContactFields } from "@/lib/contacts/fields/list";
import { contactColumnNames, contactColumns } from "@/lib/contacts/import/columns";
import { csvDownload } from "@/lib/text/csv";
import { requireViewer } from "@/lib/web/viewer";

const EXAMPLES = [
  [
    "Nora",
    "Quist",
    "(415) 555-0134",
    "nora@example.com",
    "Castle Bakery",
    "America/Chicago",
    "",
    "Regulars",
    "yes",
    "Form at the desk",
    "no",
  ],
  ["Ben", "", "+44 20 7946 0018", "", "", "", "", "", "", "", ""],
];

/** A CSV to fill in: the columns, and two rows to replace. */
export async function GET(): Promise<Response> {
  const own = await listContactFields(await requireViewer("contacts.manage"));
  const header = [...contactColumnNames.map((column) => contactColumns[column].title), ...own.map(({ name }) => name)];
  return csvDownload({ name: "import-contacts.csv", header, pages: once() });
}

async function* once() {
  yield EXAMPLES;
}
