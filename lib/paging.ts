import { z } from "zod";

/** Where a page of a list begins: the sort key and id of its neighbour, and that neighbour's place, where known. */
export type Cursor = { key: string[]; id: string; place: number | null };

export const pageSizes = [25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

/** No control characters: PostgreSQL refuses NUL, and a key from the database has none. */
const keyPart = z
  .string()
  .max(500)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));

const Packed = z.tuple([z.array(keyPart).min(1).max(3), z.uuid(), z.int().min(0).max(1e9).nullable()]);

export const packCursor = ({ key, id, place }: Cursor) =>
  Buffer.from(JSON.stringify([key, id, place])).toString("base64url");

/** Null for one that was tampered with: the list then begins at its beginning. */
export function unpackCursor(text: string): Cursor | null {
  try {
    const [key, id, place] = Packed.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { key, id, place };
  } catch {
    return null;
  }
}

/** What an address says after its question mark, as Next hands it over. */
export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What it says under a name; of several the first. */
export function paramOf(params: Params, name: string): string {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

export type Beginning = "first" | "last" | { after: Cursor } | { before: Cursor };

/** Where a page of a list begins. A cursor of another order means nothing. */
export function beginningOf(params: Params, isKey: (key: readonly string[]) => boolean): Beginning {
  const [after, before] = [paramOf(params, "after"), paramOf(params, "before")];
  if (before === "last") return "last";
  const cursor = unpackCursor(after || before);
  if (!cursor || !isKey(cursor.key)) return "first";
  return after ? { after: cursor } : { before: cursor };
}

/** A moment as a cursor has it, in years that every clock knows. */
const ByTime = z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/)]);

/** The same for a list in the order of time. */
export const beginningByTime = (params: Params) => beginningOf(params, (key) => ByTime.safeParse(key).success);

/** Whether the rows are asked for from the end on. */
export const isBackwards = (from: Beginning) => from === "last" || (typeof from === "object" && "before" in from);

/** The row beside which a page begins. */
export const neighbourOf = (from: Beginning): Cursor | null =>
  typeof from === "string" ? null : "after" in from ? from.after : from.before;

/** A page in the order of its list; `previous` and `next` are values for `before=` and `after=`. */
export type Page<Row> = { rows: Row[]; previous: string | null; next: string | null };

type Asked<Row> = { from: Beginning; size: number; cursorOf: (row: Row, at: number) => Cursor };

/** Out of the rows that were found, asked for one more than the page holds: that one only tells that there are more. */
export function turnedTo<Row>(found: readonly Row[], { from, size, cursorOf }: Asked<Row>): Page<Row> {
  const backwards = isBackwards(from);
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? more : from !== "first") ? packCursor(cursorOf(first, 0)) : null,
    next: last && (backwards ? from !== "last" : more) ? packCursor(cursorOf(last, rows.length - 1)) : null,
  };
}

/** An address that says what there is to say. */
export function addressOf(path: string, said: Readonly<Record<string, string | null | undefined>>): string {
  const params = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return params.size > 0 ? `${path}?${params}` : path;
}

/** A page of a list that is short enough to be counted out; `from`: the place of its first row. */
export type CountedPage<Row> = { rows: Row[]; total: number; from: number; pages: number };

export const countedPage = <Row>(
  rows: Row[],
  { page, size, total }: { page: number; size: number; total: number },
) => ({
  ...{ rows, total },
  from: (page - 1) * size + 1,
  pages: Math.max(1, Math.ceil(total / size)),
});

/** Which page an address asks for, and how many rows are on it; nonsense is the first. */
export function countedOf(params: Params): { page: number; size: PageSize } {
  const page = z.coerce.number().int().min(1).max(10_000).catch(1).parse(paramOf(params, "page"));
  return { page, size: pageSizes.find((size) => String(size) === paramOf(params, "size")) ?? 25 };
}

/** By what an address sorts; a minus in front turns it round. */
export function sortOf<By extends string>(params: Params, sortings: readonly By[], otherwise: By) {
  const asked = paramOf(params, "sort");
  const by = sortings.find((known) => known === asked.replace(/^-/, ""));
  return { by: by ?? otherwise, descending: by !== undefined && asked.startsWith("-") };
}

/** As an address says it; what goes without saying isn't said. */
export function sortParam({ by, descending }: { by: string; descending: boolean }, otherwise: string): string {
  const sort = `${descending ? "-" : ""}${by}`;
  return sort === otherwise ? "" : sort;
}
