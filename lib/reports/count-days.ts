import { sql } from "drizzle-orm";
import { keepBooks } from "../change";
import { idList } from "../id-list";
import { startOfDay } from "../text/days";
import { reckonDays } from "./reckon-days";

/** Longer than any transaction that wrote its text on the day before may still be under way; see `count-again.sql`. */
const AFTER = sql`interval '2 hours'`;

/** So many days of a line at a time: none of its statements takes long. */
const AT_ONCE = 31;

/** With a line's, any number that nothing else in this database locks; see `count-again.sql`. */
const COUNT_LOCK = sql`7231948`;

const NEVER = sql`date '0001-01-01'`;

/** Counts the days that are over, for every line and every zone in which somebody reads its report. Harmless to run twice, or on several servers at once. */
export async function countDays(): Promise<void> {
  await keepBooks((tx) =>
    tx.execute(sql`insert into counted_days (account_id, number_id, zone, until)
      select distinct l.account_id, l.number_id, u.time_zone, ${NEVER} from line_access l
        join members m on m.id = l.member_id join users u on u.id = m.user_id
        join pg_timezone_names z on z.name = u.time_zone on conflict do nothing`),
  );
  const busy: string[] = [];
  while (await countNext(busy)) {}
}

type Next = { numberId: string; zone: string; until: string; end: string };

/** A month of one line, or all days in which it had none. False when all are counted, but for those that are `busy`. */
const countNext = (busy: string[]) =>
  keepBooks(async (tx) => {
    const [next] = await tx.execute<Next>(sql`select number_id as "numberId", zone, until::text,
        ((now() - ${AFTER}) at time zone zone)::date::text as "end"
      from counted_days where until < ((now() - ${AFTER}) at time zone zone)::date and number_id <> all(${idList(busy)})
      order by number_id, zone limit 1 for update skip locked`);
    if (!next) return false;
    const { numberId, zone, until, end } = next;
    // A text of those days that somebody is just writing is not seen yet: its line is counted the next time.
    const [lock] = await tx.execute<{ isOurs: boolean }>(
      sql`select pg_try_advisory_xact_lock(${COUNT_LOCK}, hashtext(${numberId}::text)) as "isOurs"`,
    );
    if (!lock?.isOurs) return busy.push(numberId) > 0;
    const here = sql`number_id = ${numberId}::uuid and zone = ${zone}`;
    const start = (day: string) => startOfDay(sql`${day}::date`, sql`${zone}::text`);
    await tx.execute(sql`delete from text_days where ${here} and day >= ${until}::date`);
    const [first] = await tx.execute<{ day: string | null; stop: string }>(sql`
      select first.day::text, coalesce(least(first.day + ${AT_ONCE}::int, ${end}::date), ${end}::date)::text as stop
      from (select (min(m.at) at time zone ${zone})::date as day from messages m
        where m.number_id = ${numberId}::uuid and m.kind = 'text' and m.at >= ${start(until)} and m.at < ${start(end)}) first`);
    if (!first) throw new Error("a minimum answers always");
    if (first.day) {
      const where = sql`m.number_id = ${numberId}::uuid and m.at >= ${start(first.day)} and m.at < ${start(first.stop)}`;
      await tx.execute(sql`insert into text_days
          (zone, account_id, number_id, day, author_id, author_name, texts_in, texts_out, waits)
        select ${zone}::text, days.* from (${reckonDays({ zone: sql`${zone}::text`, from: sql`messages m`, where })}) days`);
    }
    await tx.execute(sql`update counted_days set until = ${first.stop}::date where ${here}`);
    return true;
  });
