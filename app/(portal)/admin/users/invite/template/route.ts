import { templateHeadings } from "@/lib/invitations/read/columns";
import { csvDownload } from "@/lib/text/csv";
import { requireViewer } from "@/lib/web/viewer";

const EXAMPLES = [
  ["ana@example.com", "Ana", "Silva", "End User; Viewer @ Main Group", "Texting; Chat", ""],
  ["ben@example.com", "", "", "", "", ""],
];

/** A CSV to fill in: the columns, and two rows to replace. */
export async function GET(): Promise<Response> {
  await requireViewer("users.manage");
  return csvDownload({ name: "invite-users.csv", header: templateHeadings, pages: once() });
}

async function* once() {
  yield EXAMPLES;
}
