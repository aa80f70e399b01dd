import type { z } from "zod";
import { newFieldKey } from "@/db/schema";
import { holdsEverywhere } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { Refused } from "../../errors";
import { wordsOf } from "../../import/heading";
import { type Column, type Field, NOT_READ } from "../../import/map-columns";
import { fieldName } from "../fields/field-name";
import { type ContactField, MOST_FIELDS } from "../fields/list";
import { nameKey } from "../fields/name-key";

/** What a column is read as that becomes a field once the list is imported; behind it the field's key. */
const NEW = "new";

/** One of the company's own fields, or one that is to be. */
const OWN = /^(?:own|new):([0-9a-f]{8})$/;

export const isOwnColumn = (field: string) => field === NEW || OWN.test(field);

/** The key of the field that a column fills. */
const keyIn = (field: string) => OWN.exec(field)?.[1];

const ownAs = ({ key }: Pick<ContactField, "key">) => `own:${key}`;

type Read = Pick<Column, "heading" | "field">;

/** The columns that fill fields of the company's own, and what those are called. */
export const ownColumns = (columns: readonly Read[], own: readonly Pick<ContactField, "key" | "name">[]) =>
  columns.flatMap(({ heading, field }, at) => {
    const key = keyIn(field);
    if (!key) return [];
    const known = own.find((each) => each.key === key)?.name;
    return known === undefined && !isNew(field) ? [] : [{ key, at, field, name: known ?? headingName(heading) }];
  });

const isNew = (field: string) => field.startsWith(`${NEW}:`);

const headingName = (heading: string) => fieldName.safeParse(heading).data ?? heading;

/** Fields that are made with the import. */
export const newColumns = (columns: readonly Read[]) => ownColumns(columns, []).filter(({ field }) => isNew(field));

/** What can be chosen for a column besides what every contact has; `another`: to become a field. */
export const ownReadAs = (viewer: Viewer, own: readonly ContactField[]) => ({
  known: own.map((field) => ({ value: ownAs(field), label: field.name })),
  another: holdsEverywhere(viewer, "contacts.manage") ? [{ value: NEW, label: "New field" }] : [],
});

/** Read by themselves where the heading says the field's name and nothing more. */
export const ownFieldsToRead = (own: readonly ContactField[]): Field[] =>
  own.map((field) => ({
    ...{ field: ownAs(field), label: field.name },
    lexicon: { entries: [{ words: wordsOf(field.name), weight: 0.9 }], beside: new Map() },
  }));

/** What was chosen for an earlier file, as far as it is still there: what was to be a field then may be one now. */
export const stillThere = (remembered: Record<string, string>, own: readonly ContactField[]) =>
  Object.fromEntries(
    Object.entries(remembered).flatMap(([heading, field]) => {
      const key = keyIn(field);
      if (!key) return [[heading, field]];
      const found = own.find((each) => each.key === key);
      return found ? [[heading, ownAs(found)]] : [];
    }),
  );

type Wished = ReadonlyMap<number, string>;

/**
 * What was chosen, with a key for each column that becomes a field. One that is called like a field that there is fills
 * that one. Refused is what can't be a field's name, a field that is gone, and more fields than there may be.
 */
export function withNewFields(
  viewer: Viewer,
  wished: Wished,
  { columns, own }: { columns: readonly Read[]; own: readonly Pick<ContactField, "key" | "name">[] },
): Map<number, string> {
  const byName = new Map(own.map((field) => [nameKey(field.name), ownAs(field)]));
  const keys = new Set(own.map(ownAs));
  const made = new Set<string>();
  const asked = columns.map(({ field }, at) => wished.get(at) ?? field);
  const fields = asked.map((field, at): string => {
    const { heading = "", field: before } = columns[at] ?? {};
    if (!isOwnColumn(field)) return field;
    if (field !== NEW && !isNew(field)) return keys.has(field) ? field : NOT_READ;
    if (!holdsEverywhere(viewer, "contacts.manage"))
      throw new Refused("Fields are added by whoever manages all contacts of your company.");
    const name = nameOf(heading);
    const there = byName.get(nameKey(name));
    if (there) return there;
    if (made.has(nameKey(name))) return NOT_READ;
    made.add(nameKey(name));
    return field === before ? field : `${NEW}:${newFieldKey()}`;
  });
  if (own.length + made.size > MOST_FIELDS)
    throw new Refused(
      `A company has ${MOST_FIELDS} fields at most. Leave some columns unread, or remove fields first.`,
    );
  return new Map(fields.map((field, at) => [at, field]));
}

function nameOf(heading: string): string {
  const parsed: z.ZodSafeParseResult<string> = fieldName.safeParse(heading);
  if (parsed.success) return parsed.data;
  if (heading.trim() === "")
    throw new Refused("A column without a heading can’t become a field. Give it one in the file.");
  throw new Refused(`“${heading.slice(0, 60)}” can’t become a field: ${parsed.error.issues[0]?.message}`);
}
