import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Home } from "../../numbers/countries";
import { packCursor, pageSizes, unpackCursor } from "../../paging";
import { searchIn } from "../../text/search";
import { matching } from "./search";

const Place = z.string().transform((text, context) => {
  const cursor = unpackCursor(text);
  const [name] = cursor?.key ?? [];
  if (cursor && name !== undefined) return { name, id: cursor.id };
  context.addIssue("no place");
  return z.NEVER;
});

/** A short list's state as the address has it; `before=last` is the last page, nonsense the first. */
export const PeoplePage = z.object({
  search: z.string().transform(searchIn).catch(""),
  size: z.coerce.number().pipe(z.literal(pageSizes)).catch(25),
  after: Place.optional().catch(undefined),
  before: z
    .union([z.literal("last"), Place])
    .optional()
    .catch(undefined),
});

export type PeopleWish = z.output<typeof PeoplePage>;

/** What a page by name adds to a query of members that answers `id` and `nameKey`: one row more than is shown. */
export const pageByName = (home: Home, { search, size, after, before }: PeopleWish) => ({
  where: and(
    matching(search, home),
    after && beyond(">", after),
    before && before !== "last" ? beyond("<", before) : undefined,
  ),
  order: before === undefined ? [asc(members.nameKey), asc(members.id)] : [desc(members.nameKey), desc(members.id)],
  limit: size + 1,
});

/** The rows in the order that people read, and what leads to the pages on either side. */
export function turnedByName<Row extends { id: string; nameKey: string }>(
  found: readonly Row[],
  { size, after, before }: PeopleWish,
) {
  const backwards = before !== undefined;
  const more = found.length > size;
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    rows: rows.map(({ nameKey: _, ...row }) => row),
    previous: first && (backwards ? more : after !== undefined) ? cursorOf(first) : undefined,
    next: last && (backwards ? before !== "last" : more) ? cursorOf(last) : undefined,
  };
}

const beyond = (side: ">" | "<", { name, id }: z.output<typeof Place>): SQL =>
  side === ">"
    ? sql`(${members.nameKey}, ${members.id}) > (${name}, ${id})`
    : sql`(${members.nameKey}, ${members.id}) < (${name}, ${id})`;

const cursorOf = (row: { nameKey: string; id: string }) => packCursor({ key: [row.nameKey], id: row.id, place: null });
