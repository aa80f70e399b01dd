import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { lineAccess, members, users } from "@/db/schema";
import { membersSeenBy } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** A place in the list: the name and id of the person at the page's edge, as one word for the address. */
const Cursor = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const place = Place.safeParse(readJson(text));
    if (place.success) return { name: place.data[0], id: place.data[1] };
    context.addIssue("no cursor");
    return z.NEVER;
  });
const Place = z.tuple([z.string().refine((name) => !name.includes("\0")), z.uuid()]);

/** The list's state as the address has it; `before=end` is the last page, nonsense the first. */
export const PeoplePage = z.object({
  search: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !text.includes("\0"))
    .catch(""),
  size: z.coerce
    .number()
    .pipe(z.literal([25, 50, 100]))
    .catch(25),
  after: Cursor.optional().catch(undefined),
  before: z
    .union([z.literal("end"), Cursor])
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
      firstName: users.firstName,
      lastName: users.lastName,
      username: users.username,
      email: users.email,
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
        search ? matches(search) : undefined,
        after && beyond(">", after),
        before && before !== "end" ? beyond("<", before) : undefined,
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
    next: last && (backwards ? before !== "end" : more) ? cursorOf(last) : undefined,
  };
}

const matches = (search: string) =>
  sql`${members.search} like '%' || search_form(${search.replace(/[\\%_]/g, "\\$&")}) || '%'`;

const beyond = (side: ">" | "<", { name, id }: z.output<typeof Cursor>): SQL =>
  side === ">"
    ? sql`(${members.nameKey}, ${members.id}) > (${name}, ${id})`
    : sql`(${members.nameKey}, ${members.id}) < (${name}, ${id})`;

const cursorOf = (row: { nameKey: string; id: string }) =>
  Buffer.from(JSON.stringify([row.nameKey, row.id])).toString("base64url");

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
