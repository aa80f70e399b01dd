import { parsePhoneNumberFromString } from "libphonenumber-js";
import { rolesToGrant } from "../access/can";
import { allProducts, allRoles, productNames, type Role, roleNames } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import type { Choice } from "./choice";
import { groupFinder } from "./find-group";
import type { Offer } from "./offer";
import type { CsvRow } from "./read-csv";

export type Access = { roles: { role: Role; groupId: string }[]; products: string[]; lines: string[] };

/** Why somebody can't be given what their row says. */
class CellProblem extends Error {
  readonly verdict: "wrong" | "beyond";

  constructor(verdict: "wrong" | "beyond", message: string) {
    super(message);
    this.verdict = verdict;
  }
}

type Cells = Pick<CsvRow, "roles" | "group" | "products" | "lines">;
type Read = Access | { verdict: "wrong" | "beyond"; problem: string };

/** Reads what a row of the CSV gives; the form's choice stands in for blank cells. Never more than the viewer may give. */
export function accessReader(viewer: Viewer, offer: Offer, choice: Choice): (cells: Cells) => Read {
  const groupAt = groupFinder(offer);
  const lineAt = lineFinder(offer);
  const group = (written: string) => {
    const found = groupAt(written);
    if ("problem" in found) throw new CellProblem(found.verdict, found.problem);
    return found.group;
  };
  return ({ roles, group: where, products, lines }) => {
    try {
      const base = where ? group(where) : choice.group;
      const wanted = listed(roles).map((each) => {
        const [role = "", ...place] = each.split("@");
        return { role: roleOf(role), group: place.length > 0 ? group(place.join("@").trim()) : base };
      });
      const given = wanted.length > 0 ? wanted : choice.roles.map((role) => ({ role, group: base }));
      if (given.length === 0) throw new CellProblem("wrong", "No role is given, in the file or in the form.");
      for (const { role, group } of given) refuseRole(viewer, role, group);
      return {
        roles: unique(given.map(({ role, group }) => ({ role, groupId: group.id }))),
        products: products ? productsOf(products, offer) : choice.products,
        lines: lines ? [...new Set(listed(lines).map(lineAt))] : choice.lines,
      };
    } catch (error) {
      if (error instanceof CellProblem) return { verdict: error.verdict, problem: error.message };
      throw error;
    }
  };
}

const listed = (cell: string) =>
  cell
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

const unique = (roles: Access["roles"]) => [
  ...new Map(roles.map((each) => [`${each.role} ${each.groupId}`, each])).values(),
];

function roleOf(written: string): Role {
  const role = allRoles.find((each) => [fold(each), fold(roleNames[each] ?? "")].includes(fold(written)));
  if (role) return role;
  const known = Object.values(roleNames).join(", ");
  throw new CellProblem("wrong", `There is no role “${written.trim()}”. Roles are ${known}.`);
}

function refuseRole(viewer: Viewer, role: Role, group: { name: string; path: readonly string[] }) {
  if (!rolesToGrant(viewer, group.path).includes(role))
    throw new CellProblem(
      "beyond",
      `You can't make somebody ${roleNames[role]} in ${group.name}: it is more than you have.`,
    );
}

function productsOf(cell: string, offer: Offer): string[] {
  if (fold(cell) === "all") return [...offer.products];
  if (fold(cell) === "none") return [];
  const wanted = listed(cell).map((written) => {
    const product = allProducts.find((each) => [fold(each), fold(productNames[each] ?? "")].includes(fold(written)));
    if (!product) throw new CellProblem("wrong", `There is no product “${written}”. Products are ${productWords}.`);
    if (!offer.products.includes(product))
      throw new CellProblem("beyond", `You don't have ${productNames[product]} yourself, so you can't give it.`);
    return product;
  });
  return allProducts.filter((product) => wanted.includes(product));
}

const productWords = Object.values(productNames).join(", ");

/** A line by its number, however it is written, or by its label. */
function lineFinder({ numbers, isWhole }: Offer): (written: string) => string {
  const byNumber = new Map(numbers.map(({ e164, id }) => [e164, id]));
  const known = new Map<string, string>();
  const find = (written: string) => {
    const byE164 = byNumber.get(parsePhoneNumberFromString(written, "US")?.number ?? "");
    if (byE164) return byE164;
    const [line, another] = numbers.filter(({ label }) => fold(label) === fold(written));
    if (line && !another) return line.id;
    if (line) throw new CellProblem("wrong", `Several numbers are labelled “${written}”. Write the number.`);
    throw isWhole
      ? new CellProblem("wrong", `There is no number “${written}” in service.`)
      : new CellProblem("beyond", `There is no number “${written}” that you can give.`);
  };
  return (written) => {
    const id = known.get(written) ?? find(written);
    known.set(written, id);
    return id;
  };
}
