import { allProducts, type Product, productNames, roleNames } from "../../access/permissions";
import { splitFullName } from "../../import/full-name";
import type { Grantable } from "../../invitations/grantable";
import { accessWriter, inList } from "../../invitations/read/access-words";
import { formatNumber } from "../../numbers/format-number";
import type { ExportedMember } from "./export-members";

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

/** Everybody as a row that Invite Users reads: several between semicolons, a group behind its role, "None" where none is. */
export async function* pagesOf(pages: AsyncIterable<ExportedMember[]>, offer: Grantable) {
  const { groupWords } = accessWriter(offer);
  const roleOf = ({ role, group, groupId }: ExportedMember["roles"][number]) => {
    const place = offer.groups.has(groupId) ? groupWords(groupId) : group;
    return `${roleNames[role]}${group === null || place === null ? "" : ` @ ${inList(place)}`}`;
  };
  const cells = (row: ExportedMember) => [
    nameOf(row),
    row.email,
    row.username ?? "",
    row.roles.map(roleOf).join("; "),
    productsOf(row.products),
    row.lines.map(formatNumber).join("; ") || "None",
    row.status,
    row.lastLoginAt ?? "",
    row.invitationExpiresAt ?? "",
  ];
  for await (const rows of pages) yield rows.map(cells);
}

/** "Ana Silva"; "Silva, Ana Maria" where it would not be known otherwise which word belongs to which name. */
function nameOf({ name, firstName, lastName }: ExportedMember): string {
  if (!firstName && !lastName) return name;
  const ways = (["firstLast", "shoutedFirst"] as const).map((order) => splitFullName(name, order));
  const isPlain = ways.every((read) => read.firstName === firstName && read.lastName === lastName);
  return isPlain ? name : `${lastName}, ${firstName}`.trim();
}

function productsOf(products: readonly Product[]): string {
  const known = allProducts.filter((product) => products.includes(product));
  return known.length === allProducts.length ? "All" : known.map((name) => productNames[name]).join("; ") || "None";
}
