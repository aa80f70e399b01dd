import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { neverCame } from "../messages/consent";
import { startOfDay } from "../text/days";
import { searchingIn } from "../text/search";
import { isAnswer } from "./is-answer";
import { type LinesQuery, type Period, periodOf } from "./lines-query";
import { reckonDays } from "./reckon-days";

/** How long customers waited for a first answer, in seconds of working time; null where nobody answered any. */
export type Answering = { answers: number; median: number | null; ninetieth: number | null };

export type Figures = Answering & { textsIn: number; textsOut: number; waiting: number };

export type LineFigures = Figures & { id: string; label: string; e164: string };

/** `id` null: what Lineup wrote by itself. */
export type PersonFigures = Figures & { id: string | null; name: string; isGone: boolean };

export type DayFigures = { day: string; textsIn: number; textsOut: number };

export type LinesReport = {
  period: Period;
  all: Figures;
  lines: LineFigures[];
  people: PersonFigures[];
  /** Those on which there was a text, in order. */
  days: DayFigures[];
};

/** What went over the viewer's lines, day by day, line by line and person by person; and who waits for an answer now. */
export async function linesAndPeople(viewer: Viewer, query: LinesQuery, now = new Date()): Promise<LinesReport> {
  const period = periodOf(query, viewer.timeZone, now);
  const [lines, told, waiting] = await Promise.all([
    db
      .select({ id: numbers.id, label: numbers.label, e164: numbers.e164 })
      .from(numbers)
      .where(asked(viewer, query))
      .orderBy(asc(numbers.label), asc(numbers.id)),
    toldOf(viewer, query, period),
    waitingOf(viewer, query),
  ]);
  const figuresOf = (part: Told["part"], id: string | null): Figures => {
    const found = told.find((row) => row.part === part && row.id === id);
    const { textsIn = 0, textsOut = 0, answers = 0, median = null, ninetieth = null } = found ?? {};
    const waits = waiting.find((row) => row.part === part && row.id === id)?.waiting ?? 0;
    return { textsIn, textsOut, answers, median, ninetieth, waiting: waits };
  };
  return {
    period,
    all: figuresOf("all", null),
    lines: lines.map((line) => ({ ...line, ...figuresOf("line", line.id) })),
    people: peopleIn([...told, ...waiting]).map((person) => ({ ...person, ...figuresOf("person", person.id) })),
    days: told.flatMap(({ part, day, textsIn, textsOut }) =>
      part === "day" && day ? [{ day, textsIn, textsOut }] : [],
    ),
  };
}

type Named = { part: string; id: string | null; name: string | null; isGone: boolean; textsOut?: number };

/** Everybody once, by name; Lineup last, where it wrote. */
function peopleIn(rows: readonly Named[]): Pick<PersonFigures, "id" | "name" | "isGone">[] {
  const people = new Map<string, { id: string | null; name: string; isGone: boolean }>();
  for (const { part, id, name, isGone } of rows)
    if (part === "person" && id !== null && !people.has(id)) people.set(id, { id, name: name ?? "", isGone });
  const itself = rows.some(({ part, id, textsOut = 0 }) => part === "person" && id === null && textsOut > 0);
  const named = [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
  return itself ? [...named, { id: null, name: "Lineup", isGone: false }] : named;
}

const asked = (viewer: Viewer, { line }: LinesQuery): SQL | undefined =>
  and(ownLinesWithin(viewer, "reports.download"), line ? eq(numbers.id, line) : undefined);

type Told = Omit<Figures, "waiting"> & Named & { part: "day" | "line" | "person" | "all"; day: string | null };

/** What was counted already, and the messages themselves of the days that were not. */
function toldOf(viewer: Viewer, query: LinesQuery, { since, until }: Period): Promise<Told[]> {
  const zone = sql`${viewer.timeZone}::text`;
  const [first, last] = [sql`${since}::date`, sql`${until}::date`];
  // A stretch of an index for each line: PostgreSQL, which can't tell how short it is, would read all messages.
  const live = reckonDays({
    zone,
    from: sql`lines cross join lateral (select * from messages of_line where of_line.number_id = lines.id
      and of_line.at >= greatest(${startOfDay(first, zone)}, lines.begin) and of_line.at < ${startOfDay(sql`(${last} + 1)`, zone)}
      offset 0) m`,
    where: sql`true`,
  });
  const named = searchingIn(sql`author_name`, query.person, viewer) ?? sql`true`;
  return db.execute<Told>(sql`with lines as materialized (
      select ${numbers.id} as id, coalesce(counted.until, date '0001-01-01') as until,
        ${startOfDay(sql`coalesce(counted.until, date '0001-01-01')`, zone)} as begin from ${numbers}
        left join counted_days counted on counted.number_id = ${numbers.id} and counted.zone = ${zone}
        where ${asked(viewer, query)}),
    told as materialized (select * from (
      select number_id, day, author_id, author_name, texts_in, texts_out, waits from text_days
        join lines on lines.id = number_id where zone = ${zone} and day between ${first} and ${last} and day < lines.until
      union all select number_id, day, author_id, author_name, texts_in, texts_out, waits from (${live}) live) days
      where ${named}),
    texts as (select grouping(day, number_id, author_id) - 4 as part, day, number_id, author_id,
        (array_agg(author_name order by day desc))[1] as name, coalesce(sum(texts_in), 0)::int as texts_in,
        coalesce(sum(texts_out), 0)::int as texts_out
      from told group by grouping sets ((day), (number_id), (author_id), ())),
    answers as (select grouping(number_id, author_id) as part, number_id, author_id, count(*)::int as answers,
        percentile_cont(0.5) within group (order by wait) as median,
        percentile_cont(0.9) within group (order by wait) as ninetieth
      from told cross join unnest(waits) wait group by grouping sets ((number_id), (author_id), ()))
    select case t.part when -1 then 'day' when 1 then 'line' when 2 then 'person' else 'all' end as part,
      t.day::text, coalesce(t.number_id, t.author_id) as id, t.name, t.texts_in as "textsIn", t.texts_out as "textsOut",
      coalesce(a.answers, 0) as answers, a.median, a.ninetieth,
      t.author_id is not null and not exists (select from members m
        where m.id = t.author_id and m.account_id = ${viewer.accountId}) as "isGone"
    from texts t left join answers a on a.part = t.part and a.number_id is not distinct from t.number_id
      and a.author_id is not distinct from t.author_id
    order by t.day`);
}

type Waiting = Named & { part: "line" | "person" | "all"; waiting: number };

/** The customer spoke last, or all that was written to them since never came. Only where the newest did not, others are asked for. */
const isWaiting = sql`(v.in_seq > v.out_seq or v.in_seq > 0
  and exists (select from messages newest where newest.conversation_id = v.id and newest.seq = v.out_seq and ${neverCame(sql`newest`)})
  and not exists (select from messages answer where answer.conversation_id = v.id and answer.seq > v.in_seq and ${isAnswer(sql`answer`)}))`;

/** Open conversations in which somebody waits for an answer: by line, and by who has them. */
function waitingOf(viewer: Viewer, query: LinesQuery): Promise<Waiting[]> {
  const named = searchingIn(sql`name`, query.person, viewer) ?? sql`true`;
  return db.execute<Waiting>(sql`with waiting as (select v.number_id, v.claimed_by, u.first_name || ' ' || u.last_name as name
      from conversations v left join members m on m.id = v.claimed_by left join users u on u.id = m.user_id
      where v.closed_at is null and ${isWaiting}
        and v.number_id = any(array(select ${numbers.id} from ${numbers} where ${asked(viewer, query)})))
    select case grouping(number_id, claimed_by) when 1 then 'line' when 2 then 'person' else 'all' end as part,
      coalesce(number_id, claimed_by) as id, trim(min(name)) as name, false as "isGone", count(*)::int as waiting
    from waiting where ${named} group by grouping sets ((number_id), (claimed_by), ())`);
}
