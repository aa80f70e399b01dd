import type { ExportedMember } from "@/lib/members/list-export";
import { shownNumber } from "@/lib/numbers/shown";
import { productWords, roleWords } from "../words";

export const header = [
  "Name",
  "Email",
  "Username",
  "Role",
  "Products",
  "Lines",
  "Status",
  "Last login",
  "Invitation expires",
];

const cells = (row: ExportedMember) => [
  row.name,
  row.email,
  row.username ?? "",
  row.roles.length > 0 ? roleWords(row.roles) : "",
  productWords(row.products),
  row.lines.map(shownNumber).join(", "),
  row.status,
  row.lastLoginAt ?? "",
  row.invitationExpiresAt ?? "",
];

export async function* pagesOf(pages: AsyncIterable<ExportedMember[]>) {
  for await (const rows of pages) yield rows.map(cells);
}
