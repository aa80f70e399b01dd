import { rolesToGrant } from "../../access/can";
import { allProducts, allRoles, type Product, productNames, type Role, roleNames } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { readNumber } from "../../numbers/read-number";
import { visible } from "../../text/invisible";
import type { Grantable } from "../grantable";
import type { Choice } from "../preview/chosen-access";
import type { Fits } from "./columns";
import { groupFinder } from "./find-group";
import type { FileRow } from "./read-rows";

export type Access = { roles: { role: Role; groupId: string }[]; products: Product[]; lines: string[] };

/** Why somebody can't be given what their row says. */
class CellProblem extends Error {
  readonly verdict: "wrong" | "beyond";

  constructor(verdict: "wrong" | "beyond", message: string) {
    super(message);
    this.verdict = verdict;
  }
}

type Cells = Pick<FileRow, "roles" | "group" | "products" | "lines">;
type Read = Access | { verdict: "wrong" | "beyond"; problem: string };

/** So much is said of one row; a cell of nonsense could go on for pages. */
const MOST_SAID = 5;

/**
 * Reads what a row of the CSV gives; the form's choice stands in for blank cells. Never more than the viewer may give. All
 * that is wrong with the row is said, one after the other.
 */
export function accessReader(viewer: Viewer, offer: Grantable, choice: Choice): (cells: Cells) => Read {
  const groupAt = groupFinder(offer);
  const lineAt = lineFinder(offer);
  const group = (written: string) => {
    const found = groupAt(written);
    if ("problem" in found) throw new CellProblem(found.verdict, found.problem);
    return found.group;
  };
  return ({ roles, group: where, products, lines }) => {
    const { reading, said } = reader();
    const [base] = where ? reading(() => group(where)) : [choice.group];
    const wanted = listed(roles).map((each) => {
      const { name, place } = roleAt(each);
      const [role] = reading(() => roleOf(name));
      const [there] = place === undefined ? [base] : reading(() => group(named(place)));
      return { role, group: there };
    });
    const given = wanted.length > 0 ? wanted : choice.roles.map((role) => ({ role, group: base }));
    if (given.length === 0) reading(() => refuseNone());
    const known = given.flatMap(({ role, group }) => (role && group ? { role, group } : []));
    for (const { role, group } of known) reading(() => refuseRole(viewer, role, group));
    const access = {
      roles: unique(known.map(({ role, group }) => ({ role, groupId: group.id }))),
      products: products ? productsOf(products, offer, reading) : choice.products,
      lines: lines ? [...new Set(linesIn(lines).flatMap((each) => reading(() => lineAt(each))))] : choice.lines,
    };
    return said() ?? access;
  };
}

/** Whether a cell could mean something: some role, a group, product or number that the viewer could give. */
export function cellFits(offer: Grantable): Fits {
  const groupAt = groupFinder(offer);
  const lineAt = lineFinder(offer);
  const means = (read: (cell: string) => unknown) => (cell: string) => {
    try {
      read(cell);
      return true;
    } catch (error) {
      if (error instanceof CellProblem) return error.verdict === "beyond" && offer.isWhole;
      throw error;
    }
  };
  const some = (cells: string[], read: (cell: string) => unknown) => cells.some(means(read));
  return {
    roles: (cell) => some(listed(cell), (each) => roleOf(roleAt(each).name)),
    group: (cell) => "group" in groupAt(cell),
    products: (cell) => /^(?:all|none)$/.test(fold(cell)) || some(listed(cell), (each) => productOf(each, offer)),
    lines: (cell) => some(listed(cell), lineAt),
  };
}

type Reading = <T>(cell: () => T) => T[];

/** Reads on after a cell that makes no sense, and keeps what is wrong with it. */
function reader() {
  const problems = new Map<string, CellProblem["verdict"]>();
  const reading: Reading = (cell) => {
    try {
      return [cell()];
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      if (problems.size < MOST_SAID) problems.set(error.message, error.verdict);
      return [];
    }
  };
  function said() {
    if (problems.size === 0) return undefined;
    const verdict = [...problems.values()].includes("wrong") ? ("wrong" as const) : ("beyond" as const);
    return { verdict, problem: [...problems.keys()].join(" ") };
  }
  return { reading, said };
}

/** The names of the roles in a cell, in one spelling. */
export const roleWords = (cell: string): string[] => listed(cell).map((each) => fold(roleAt(each).name));

/** "Viewer @ West", and as the list of users shows it: "Viewer · West". */
function roleAt(written: string): { name: string; place?: string } {
  const [, name = written, place] = /^(.*?)(?:@| · )(.*)$/s.exec(written) ?? [];
  return place === undefined ? { name } : { name, place: place.trim().replace(/^"(.*)"$/s, "$1") };
}

/** Entries between semicolons; one in quotation marks may hold some. */
const listed = (cell: string) =>
  (visible(cell).match(/(?:"[^"]*"|[^;])+/g) ?? []).map((each) => each.trim()).filter((each) => each !== "");

const linesIn = (cell: string) => (fold(cell) === "none" ? [] : listed(cell));

const fold = (text: string) =>
  visible(text)
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

const unique = (roles: Access["roles"]) => [
  ...new Map(roles.map((each) => [`${each.role} ${each.groupId}`, each])).values(),
];

/** By what `fold` made of it. */
export const ourRole = (word: string): Role | undefined =>
  allRoles.find((each) => [fold(each), fold(roleNames[each])].includes(word));

function roleOf(written: string): Role {
  const role = ourRole(fold(written));
  if (role) return role;
  const known = Object.values(roleNames).join(", ");
  throw new CellProblem("wrong", `There is no role “${written.trim()}”. Roles are ${known}.`);
}

function named(place: string): string {
  if (place.trim() === "") throw new CellProblem("wrong", "There is no group after the @.");
  return place.trim();
}

function refuseNone(): never {
  throw new CellProblem("wrong", "No role is given, in the file or in the form.");
}

function refuseRole(viewer: Viewer, role: Role, group: { name: string; path: readonly string[] }) {
  if (!rolesToGrant(viewer, group.path).includes(role))
    throw new CellProblem(
      "beyond",
      `You can't make somebody ${roleNames[role]} in ${group.name}: it is more than you have.`,
    );
}

function productsOf(cell: string, offer: Grantable, reading: Reading): Product[] {
  if (fold(cell) === "all") return [...offer.products];
  if (fold(cell) === "none") return [];
  const wanted = listed(cell).flatMap((written) => reading(() => productOf(written, offer)));
  return allProducts.filter((product) => wanted.includes(product));
}

function productOf(written: string, offer: Grantable) {
  const product = allProducts.find((each) => [fold(each), fold(productNames[each])].includes(fold(written)));
  if (!product) throw new CellProblem("wrong", `There is no product “${written}”. Products are ${productWords}.`);
  if (offer.products.includes(product)) return product;
  throw new CellProblem("beyond", `You don't have ${productNames[product]} yourself, so you can't give it.`);
}

const productWords = Object.values(productNames).join(", ");

/** A line by its number, however it is written, or by its label. */
function lineFinder({ numbers, isWhole, country }: Grantable): (written: string) => string {
  const byNumber = new Map(numbers.map(({ e164, id }) => [e164, id]));
  const labelled = numbers.map(({ id, label }) => ({ id, label: fold(label) }));
  const known = new Map<string, string>();
  const find = (written: string) => {
    const byE164 = byNumber.get(readNumber(written, country)?.e164 ?? "");
    if (byE164) return byE164;
    const label = fold(written);
    const [line, another] = labelled.filter((each) => each.label === label);
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
