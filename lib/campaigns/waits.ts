import { type SQL, sql } from "drizzle-orm";

/** Those whose turn comes when their clocks show a time: for whoever reads it at a moment, or from the first to the last of them. */
export type Wait = {
  clock: string;
  /** Null where they are too many to be counted by everybody who looks. */
  people: number | null;
  first: Date;
  last: Date;
};

/** Of rows that have a `zone`, since when it `opens` for so many `people`; soonest first. */
export const waitsAmong = (rows: SQL): SQL => sql`
  select to_char(w.opens at time zone w.zone, 'HH24:MI') as clock, sum(w.people)::int as people, min(w.opens) as first,
    max(w.opens) as last from (${rows}) w group by 1 order by 3, 1`;

export type Found = { clock: string; people: number | null; first: string; last: string };

export const waitOf = ({ first, last, ...wait }: Found): Wait => ({
  ...{ ...wait, first: new Date(first), last: new Date(last) },
});
