import { and, asc, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import { contactsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { idsOf } from "../id-list";
import { fingerprint } from "../members/bulk/selection";
import { MOST_TICKED } from "../most-ticked";
import { neighbourOf, type Params, packCursor, paramOf } from "../paging";
import type { Reader } from "../reader";
import { contactsQuery } from "./contacts-query";
import { fitting } from "./list";
import { isListed, managedContacts } from "./managed-contacts";

/** More are done in several batches, each a transaction that nobody has to wait for long. */
const MOST = 5000;

/** What a form says of whom it means: those ticked, or all on a list (its address) that somebody was shown (`seen`). */
export const chosen = {
  contact: fields
    .many(z.uuid("Not found."))
    .pipe(z.array(z.uuid()).max(MOST_TICKED, `${MOST_TICKED} at most at a time.`)),
  all: z.literal("1").optional(),
  list: z.string().max(4000).optional(),
  seen: z.string().max(100).optional(),
};

const Chosen = z.object(chosen);

const columns = { id: contacts.id, name: contacts.name, phone: contacts.phone };

/** All on a list that are there for the viewer to change, by name; `rest`: a cursor to those after this batch. */
async function matching(reader: Reader, viewer: Viewer, list = "") {
  const { from, ...filter } = contactsQuery({ ...Object.fromEntries(new URLSearchParams(list)), sort: "name" });
  const beside = neighbourOf(from);
  const later = beside && sql`(${contacts.name}, ${contacts.id}) > (${beside.key[0] ?? ""}::text, ${beside.id}::uuid)`;
  const found = await reader
    .select(columns)
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, fitting(viewer, filter), later ?? undefined))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(MOST + 1);
  const people = found.slice(0, MOST);
  const last = people.at(-1);
  const hasMore = last && found.length > MOST;
  return { people, rest: hasMore ? packCursor({ key: [last.name], id: last.id, place: null }) : null };
}

/** Whom an address means, as the question shows them before anything is done. */
export async function contactsChosen(viewer: Viewer, params: Params) {
  const list = paramOf(params, "list");
  if (paramOf(params, "all") === "1") {
    const found = await matching(db, viewer, list);
    return { ...found, form: { all: "1", list, seen: fingerprint(idsOf(found.people)) } };
  }
  const ids = [params.contact ?? []].flat().filter((id) => z.uuid().safeParse(id).success);
  const people = await db
    .select(columns)
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, inArray(contacts.id, ids.slice(0, MOST_TICKED))))
    .orderBy(asc(contacts.name), asc(contacts.id));
  return { people, rest: null, form: { list } };
}

/** Those whom a form means, locked until the change is done: of all on a list those whom somebody agreed to, or nobody. */
export async function meantContacts(
  c: Change,
  viewer: Viewer,
  { contact, all, list = "", seen }: z.output<typeof Chosen>,
) {
  if (!all && contact.length === 0) throw new Refused("Select somebody first.", { field: "contact" });
  if (!all) return { people: await managedContacts(c, viewer, contact), list, rest: null };
  const { people, rest } = await matching(c.tx, viewer, list);
  if (fingerprint(idsOf(people)) !== seen)
    throw new Refused("Who matches has changed meanwhile. Load this page again to see who they are now.");
  return { people: await managedContacts(c, viewer, idsOf(people)), list, rest };
}
