import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { lineAccess, members, users } from "@/db/schema";
import { membersSeenBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { knownPerson } from "../members/known";
import { matching } from "../members/search";
import { packCursor, pageSizes, unpackCursor } from "../paging";

const Place = z.string().transform((text, context) => {
  const cursor = unpackCursor(text);
  const [name] = cursor?.key ?? [];
  if (cursor && name !== undefined) return { name, id: cursor.id };
  context.addIssue("no place");
  return z.NEVER;
});

/** The list's state as the address has it; `before=last` is the last page, nonsense the first. */
export const PeoplePage = z.object({
  search: z
    .string()
    .trim()
    .max(100)
    .refine((text) => text.isWellFormed() && !text.includes("\0"))
    .catch(""),
  size: z.coerce.number().pipe(z.literal(pageSizes)).catch(25),
  after: Place.optional().catch(undefined),
  before: z
    .union([z.literal("last"), Place])
    .optional()
    .catch(undefined),
});

/** Who may text from a number, by name: one page, and whether there is more on either side of it. */
export async function peopleOnLine(viewer: Viewer, numberId: string, wish: z.output<typeof PeoplePage>) {
  const { search, size, after, before } = wish;
  const backwards = before !== undefined;
  const rows = await db
    .select({
      id: members.id,
      ...knownPerson,
      status: members.status,
      isDefault: sql<boolean>`${members.defaultNumberId} is not distinct from ${numberId}`,
      nameKey: members.nameKey,
    })
    .from(lineAccess)
    .innerJoin(members, eq(members.id, lineAccess.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        membersSeenBy(viewer),
        eq(lineAccess.numberId, numberId),
        search ? matching(search) : undefined,
        after && beyond(">", after),
        before && before !== "last" ? beyond("<", before) : undefined,
      ),
    )
    .orderBy(...(backwards ? [desc(members.nameKey), desc(members.id)] : [asc(members.nameKey), asc(members.id)]))
    .limit(size + 1);
  const more = rows.length > size;
  const shown = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    rows: shown.map(({ nameKey: _, ...row }) => row),
    previous: first && (backwards ? more : after !== undefined) ? cursorOf(first) : undefined,
    next: last && (backwards ? before !== "last" : more) ? cursorOf(last) : undefined,
  };
}

const beyond = (side: ">" | "<", { name, id }: z.output<typeof Place>): SQL =>
  side === ">"
    ? sql`(${members.nameKey}, ${members.id}) > (${name}, ${id})`
    : sql`(${members.nameKey}, ${members.id}) < (${name}, ${id})`;

const cursorOf = (row: { nameKey: string; id: string }) => packCursor({ key: [row.nameKey], id: row.id, place: null });
