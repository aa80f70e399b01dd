import { csvDownload } from "@/lib/csv";
import { csvColumns } from "@/lib/invitations/csv-columns";
import { requireViewer } from "@/lib/web/viewer";

const header = Object.values(csvColumns).map(({ title }) => title);

const EXAMPLES = [
  ["ana@example.com", "Ana", "Silva", "End User", "Main Group", "Texting; Chat", ""],
  ["ben@example.com", "", "", "", "", "", ""],
];

/** A CSV to fill in: the columns, and two rows to replace. */
export async function GET(): Promise<Response> {
  await requireViewer("users.manage");
  return csvDownload({ name: "invite-users.csv", header, pages: once() });
}

async function* once() {
  yield EXAMPLES;
}
