import { sha256 } from "../crypto";
import { headingKey } from "./heading";
import { type Column, NOT_READ } from "./map-columns";

/** The columns as somebody chose them before for the same headings, whatever their order. */
export function asRemembered(columns: readonly Column[], remembered: Record<string, string> | undefined): Column[] {
  if (!remembered) return [...columns];
  const names = keysOf(columns);
  return columns.map((column, at) => {
    const field = remembered[names[at] ?? ""] ?? column.field;
    return field === column.field ? column : { ...column, field, note: "As you chose for the last such file." };
  });
}

/** What is remembered of a choice: by each heading, the second of two alike with its number. */
export const toRemember = (columns: readonly Column[]): Record<string, string> => {
  const names = keysOf(columns);
  return Object.fromEntries(columns.map(({ field }, at) => [names[at] ?? "", field]));
};

/** Who has left, who wants no texts, and the numbers and addresses that are taken where a row has none before. */
const SEVERAL: ReadonlySet<string> = new Set(["left", "blacklisted", "otherPhone", "otherEmail"]);

/** The same for every file with the same headings. Without headings there is nothing to know one by. */
export const headingsHash = (columns: readonly Column[]): Buffer => sha256(JSON.stringify(keysOf(columns).sort()));

function keysOf(columns: readonly Column[]): string[] {
  const times = new Map<string, number>();
  return columns.map(({ heading }) => {
    const key = headingKey(heading) || heading;
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    return nth === 1 ? key : `${key} ${nth}`;
  });
}

/**
 * The columns as somebody wants them now. Each field is one column's: the one that was chosen for it last keeps it.
 * Some may be said by several.
 */
export function chosenColumns(before: readonly Column[], wished: ReadonlyMap<number, string>): Column[] {
  const fieldOf = (at: number) => wished.get(at) ?? before[at]?.field ?? NOT_READ;
  const changed = before.map(({ field }, at) => fieldOf(at) !== field);
  const holder = (field: string) => {
    const holders = before.flatMap((_, at) => (fieldOf(at) === field ? [at] : []));
    return holders.find((at) => changed[at]) ?? holders[0];
  };
  return before.map((column, at) => {
    const field = fieldOf(at);
    const isOwn = field === NOT_READ || SEVERAL.has(field) || holder(field) === at;
    if (isOwn && !changed[at]) return column;
    return {
      ...column,
      field: isOwn ? field : NOT_READ,
      note: isOwn ? "As you chose." : "Another column is read as that.",
    };
  });
}
