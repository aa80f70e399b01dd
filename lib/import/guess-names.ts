import { asCalled, isCalledWhole } from "./called-names";
import { isNoName, mayBeNoName, namesRather } from "./full-name";
import type { Guess, NameKind } from "./guess";
import { fold } from "./heading";

/** "User name" is a name only where it looks like one. */
const SURE = 0.6;

/**
 * Which columns hold names: first and last, or the whole where there is no pair. "Nom" and "Name" are a last name beside
 * "Prénom", a first name beside "Surname", and the whole name where they stand alone or hold both.
 */
export function guessNames(columns: readonly (Guess | null)[], ofCustomers = false): [number, string][] {
  return asCalled(columns, namesAmong(columns, ofCustomers));
}

type Names = [number, "firstName" | "lastName" | "fullName"][];

function namesAmong(columns: readonly (Guess | null)[], ofCustomers: boolean): Names {
  const pick = (kind: NameKind, taken: readonly number[]) => {
    const weights = columns.map((column, at) =>
      column && !taken.includes(at) && !(kind === "firstName" && isCalledWhole(column)) ? column.name(kind) : 0,
    );
    const best = Math.max(0, ...weights);
    return best >= 0.4 ? weights.indexOf(best) : -1;
  };
  const firstOnly = pick("firstName", []);
  const lastOnly = pick("lastName", [firstOnly]);
  const any = pick("anyName", [firstOnly, lastOnly]);
  const named = pick("fullName", [firstOnly, lastOnly, any]);
  const whole = named === -1 && ofCustomers ? pick("customer", [firstOnly, lastOnly, any]) : named;
  const isPart = isOtherPart(columns[any], columns[firstOnly === -1 ? lastOnly : firstOnly]);
  const first = firstOnly === -1 && lastOnly !== -1 && isPart ? any : firstOnly;
  const last = lastOnly === -1 && firstOnly !== -1 && isPart ? any : lastOnly;
  const both: Names = [
    [first, "firstName"],
    [last, "lastName"],
  ];
  const parts = both.filter(([at]) => at !== -1);
  const full = [any, whole].filter((at) => at !== -1 && at !== first && at !== last);
  const spaced = full.find((at) => columns[at]?.hasSpaces);
  if (parts.length === 2)
    return spaced !== undefined && fillsGaps(columns, spaced, [first, last]) ? [...parts, [spaced, "fullName"]] : parts;
  const [part] = parts;
  const isWhole =
    part === undefined || isSure(columns[spaced ?? -1]) || !isOtherPart(columns[spaced ?? -1], columns[part[0]]);
  if (spaced !== undefined && isWhole) return [[spaced, "fullName"]];
  const sure = full.find((at) => isSure(columns[at]));
  return parts.length === 0 && sure !== undefined ? [[sure, "fullName"]] : parts;
}

const isSure = (column: Guess | undefined | null) =>
  !!column && Math.max(column.name("fullName"), column.name("anyName")) >= SURE;

/** Whether it names somebody whom neither of the two columns names. */
const fillsGaps = (columns: readonly (Guess | null)[], whole: number, parts: readonly number[]) =>
  columns[whole]?.cells.some((cell, row) => parts.every((at) => namesRather(cell, columns[at]?.cells[row] ?? ""))) ??
  false;

/**
 * Without headings: a column of words with spaces between them is whole names, two beside each other without are first and
 * last ones, in a list that holds little else.
 */
export function guessNamesByContent(columns: readonly (Guess | null)[]): [number, string][] {
  const isNames = columns.map((column) => column?.isNames ?? false);
  const spaced = columns.findIndex((column, at) => isNames[at] && column?.hasSpaces);
  if (spaced !== -1) return [[spaced, "fullName"]];
  const pair = isNames.findIndex((is, at) => is && isNames[at + 1]);
  if (pair !== -1)
    return [
      [pair, "firstName"],
      [pair + 1, "lastName"],
    ];
  const only = isNames.indexOf(true);
  return only !== -1 && only === isNames.lastIndexOf(true) ? [[only, "firstName"]] : [];
}

/** Unless most cells hold "Silva, Ana", or the other column's words besides more: then it is the whole name. */
function isOtherPart(column: Guess | undefined | null, other: Guess | undefined | null): boolean {
  if (!column || !other) return false;
  if (column.cells.filter((cell) => cell.includes(",")).length * 2 > column.filled.length) return false;
  const told = column.cells
    .map((cell, at) => ({ cell, part: other.cells[at] ?? "" }))
    .filter(({ cell, part }) => !isNoName(cell) && !isNoName(part))
    .map(({ cell, part }) => ({ cell: fold(cell), part: fold(part) }));
  const isWhole = (pair: (typeof told)[number]) => pair.cell !== pair.part && pair.cell.includes(pair.part);
  const apart = told.filter((pair) => !isWhole(pair) && !mayBeNoName(pair.cell) && !mayBeNoName(pair.part));
  return told.filter(isWhole).length <= apart.length;
}
