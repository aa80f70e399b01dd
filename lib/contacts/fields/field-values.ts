import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { contactFields } from "@/db/schema";
import type { FieldValues } from "@/db/schema/contacts/contacts";
import type { WriteTx } from "@/db/write";
import * as fields from "../../fields";
import type { Reader } from "../../reader";

/** Of a value. Longer ones are notes. */
export const MOST_VALUE = 300;

export const fieldValue = fields.line(MOST_VALUE, "Enter a value.");

/** What the form for a contact calls one of the company's own fields. */
export const inputOf = (key: string) => `field-${key}` as const;

type Input = `field-${string}`;
const IS_INPUT = /^field-[0-9a-f]{8}$/;
const isInput = (name: string): name is Input => IS_INPUT.test(name);

const typedValue = fields.optional(fieldValue);

/** Of what a form brings, a schema for each of those fields that is in it, so that what is wrong stands beside it. */
export const valueShape = (typed: object): Record<Input, typeof typedValue> =>
  Object.fromEntries(
    Object.keys(typed)
      .filter(isInput)
      .map((name) => [name, typedValue]),
  );

type Typed = Readonly<Record<Input, z.output<typeof typedValue>>>;

/** Those that a company has, in the order in which they were added. */
export const fieldsOf = (reader: Reader, accountId: string) =>
  reader
    .select({ id: contactFields.id, key: contactFields.key, name: contactFields.name })
    .from(contactFields)
    .where(and(eq(contactFields.accountId, accountId), isNull(contactFields.removedAt)))
    .orderBy(asc(contactFields.id));

/** The same at this moment: none of them is renamed or removed until the change is done. */
export const fieldsHeld = (tx: WriteTx, accountId: string) => fieldsOf(tx, accountId).for("share");

export type Held = Awaited<ReturnType<typeof fieldsHeld>>;

/** As they were before, but for what was typed. A field that a form did not show stays; one that is gone is left out. */
export function valuesOf(held: Held, before: FieldValues, typed: Typed): FieldValues {
  const wordsOf = (key: string) => {
    const said = typed[inputOf(key)];
    return said === undefined ? before[key] : said;
  };
  return Object.fromEntries(
    held.flatMap(({ key }) => [wordsOf(key)].flatMap((value) => (value ? [[key, value]] : []))),
  );
}

/** The names of those in which two contacts differ. */
export const fieldsChanged = (held: Held, before: FieldValues, after: FieldValues): string[] =>
  held.filter(({ key }) => before[key] !== after[key]).map(({ name }) => name);
