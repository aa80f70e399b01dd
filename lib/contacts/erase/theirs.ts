import { type SQL, sql } from "drizzle-orm";

/** A telephone of somebody who is erased: its contact, its number, and what stands in place of that. */
export type Theirs = readonly { id: string; phone: string; mark: string }[];

export const phonesOf = (theirs: Theirs): SQL => sql`${sql.param(theirs.map(({ phone }) => phone))}::text[]`;

/** The same as rows of a statement: `e(id, phone, mark)`. */
export const asRows = (theirs: Theirs): SQL =>
  sql`unnest(${sql.param(theirs.map(({ id }) => id))}::uuid[], ${phonesOf(theirs)},
    ${sql.param(theirs.map(({ mark }) => mark))}::text[]) as e(id, phone, mark)`;
