import { type SQL, sql } from "drizzle-orm";
import type { db } from "@/db";
import { contacts } from "@/db/schema";
import { type Replaced, type Rule, replaced } from "../auto-replace/replace";
import { GSM_SIGNS, gsmSegments, type Segments } from "../messages/gsm";
import { segmentsOf } from "../messages/segments";
import { sampleAddress } from "../unsubscribe/unsubscribe-links";
import { audienceOf } from "./audience";
import { fieldsIn, filled, type Named, ofPerson, type Piece, type Source } from "./text-fields";

const NAMES = {
  longest: "The longest",
  typical: "A typical one",
  bare: "Where least is known",
  costliest: "The one of most segments",
  // The least that a text may come to, with such a sign in it and without: counted, and shown to nobody.
  shortest: "The shortest",
  shortCostly: "The shortest",
} as const;

/** What one of them reads, and what it was before Auto-Replace. */
export type Sample = Replaced & { name: (typeof NAMES)[keyof typeof NAMES]; counted: Segments; written: string };

/** What is known of somebody of the audience; "" where that is nothing. */
export const fieldValue = (source: Source): SQL =>
  "key" in source
    ? sql`coalesce(trim(field_values ->> ${source.key}), '')`
    : sql`coalesce(trim(${sql.identifier(contacts[source.column].name)}), '')`;

const joined = (parts: readonly SQL[], sign: SQL, none: SQL) =>
  parts.length === 0 ? none : sql.join([...parts], sign);
const length = (parts: readonly SQL[]) =>
  joined(
    parts.map((part) => sql`length(${part})`),
    sql` + `,
    sql`0`,
  );

/**
 * Of those that a text goes to: who reads the most, the least, something in between where the same is known as of most of
 * them, and what costs most.
 */
export async function samplesOf(
  reader: Pick<typeof db, "execute">,
  { id, pieces, rule }: { id: string; pieces: readonly Piece[]; rule: Rule },
): Promise<Sample[]> {
  const theirs = ofPerson(pieces).map(
    ({ source, otherwise }) => sql`coalesce(nullif(${fieldValue(source)}, ''), ${otherwise ?? ""}::text)`,
  );
  const known = fieldsIn(pieces).map(({ source }) => fieldValue(source));
  const isKnown = joined(
    known.map((value) => sql`(${value} <> '')::int::text`),
    sql` || `,
    sql`''`,
  );
  const isSpelt = gsmSegments(pieces.filter((piece) => typeof piece === "string").join("")) !== undefined;
  const isCostly = isSpelt ? sql`${joined(theirs, sql` || `, sql`''`)} ~ ${`[^${GSM_SIGNS}]`}` : sql`true`;
  const people = await reader.execute<Named & { place: keyof typeof NAMES }>(sql`
    with read as materialized (
      select id, ${length(theirs)} as long, ${length(known)} as known, ${isKnown} as is_known, ${isCostly} as costly
      from (${audienceOf(id)}) audience where left_out is null),
    alike as (select * from read where is_known = (select mode() within group (order by is_known) from read))
    select place, first_name as "firstName", last_name as "lastName", company, field_values as "fieldValues" from (
      (select 1 as nth, 'longest' as place, id from read order by long desc, id limit 1)
      union all (select 2, 'typical', id from alike order by long, id limit 1 offset (select count(*) / 2 from alike))
      union all (select 3, 'bare', id from read order by known, id limit 1)
      union all (select 4, 'costliest', id from read order by costly desc, long desc, id limit 1)
      union all (select 5, 'shortest', id from read order by costly, long, id limit 1)
      union all (select 6, 'shortCostly', id from read order by costly desc, long, id limit 1)) found join contacts using (id)
    order by nth`);
  return people.map(({ place, ...person }) => {
    const written = filled(pieces, person, sampleAddress());
    const leaves = replaced(written, rule, sampleAddress());
    return { name: NAMES[place], written, ...leaves, counted: segmentsOf(leaves.text) };
  });
}
