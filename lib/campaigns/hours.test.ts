import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { momentOf } from "../text/clock-time";
import { endOfHours, isOpen, momentIn, openFrom } from "./hours";

/** Of zones whose clocks show the same all year one. */
const zones = await (async () => {
  const rows = await writeDb.execute<{ zone: string }>(sql`
    select min(name) as zone from (select name, array_agg(d at time zone name order by d) as clocks
      from pg_timezone_names, generate_series('2027-01-01Z'::timestamptz, '2028-01-01Z', '3 days') d
      where name !~ '^(posix|right)/|posixrules|localtime|Factory' group by name) told group by clocks`);
  return rows.map(({ zone }) => zone);
})();

/** What a clock there shows, by another library than the database's. */
const clockIn = (zone: string) => {
  const shown = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: zone, hourCycle: "h23", weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  return (moment: number) => {
    const [day, time] = shown.format(moment).split(/,? /);
    return { day, time: time ?? "" };
  };
};

const isWithin = ({ day, time }: { day: string | undefined; time: string }) =>
  time >= (day === "Sun" ? "12:00:00" : "09:00:00") && time < "20:00:00";

type Told = { at: string; shown: string; open: boolean; from: string; end: string };

test("over a year of all zones it is open from nine, on Sundays from twelve, to eight, and what waits waits no longer", async () => {
  const alike: string[] = [];
  for (const zone of zones) {
    // Each time of day in five minutes, and eight of each of the days on which clocks change.
    const told = await writeDb.execute<Told>(sql`select (extract(epoch from m) * 1000)::bigint::text as at,
        to_char(m at time zone ${zone}, 'Dy HH24:MI:SS') as shown,
        ${isOpen(sql`m`, sql`${zone}::text`)} as open,
        (extract(epoch from ${openFrom(sql`m`, sql`${zone}::text`)}) * 1000)::bigint::text as from,
        (extract(epoch from ${endOfHours(sql`m`, sql`${zone}::text`)}) * 1000)::bigint::text as end
      from generate_series('2027-01-01Z'::timestamptz, '2028-01-01Z', '185 minutes') m`);
    const clock = clockIn(zone);
    // Which hours hold is ours; what a country's clocks show that year each library knows from its own release.
    if (told.some(({ at, shown }) => shown !== `${clock(Number(at)).day} ${clock(Number(at)).time}`)) continue;
    alike.push(zone);
    const wrong = told.filter(({ at, open, from, end }) => {
      const [now, begins, ends] = [Number(at), Number(from), Number(end)];
      const isRight = open === isWithin(clock(now)) && isWithin(clock(begins)) && clock(ends).time === "20:00:00";
      const isNext = open ? begins === now : begins > now && !isWithin(clock(begins - 1000)) && begins - now < WEEKEND;
      return !(isRight && isNext && ends > now && isWithin(clock(ends - 1000)));
    });
    expect(wrong, zone).toEqual([]);
  }
  expect(alike.length).toBeGreaterThan(60);
});

/** From Saturday's eight to Sunday's twelve, and an hour that a day may have more. */
const WEEKEND = 17.5 * 3_600_000;

test.each([
  ["2027-03-28 02:30", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
  ["2027-03-14 02:30", "America/New_York", "2027-03-14T07:30:00.000Z"],
  ["2027-10-03 02:15", "Australia/Lord_Howe", "2027-10-02T15:45:00.000Z"],
  ["2027-09-26 02:50", "Pacific/Chatham", "2027-09-25T14:05:00.000Z"],
  ["2027-09-05 00:30", "America/Santiago", "2027-09-05T04:30:00.000Z"],
])("in each contact's own zone %s, which clocks in %s skip, is so much later", async (typed, zone, moment) => {
  const [found] = await writeDb.execute<{ at: string }>(sql`select ${momentIn(sql`${typed}`, sql`${zone}`)} as at`);
  expect(new Date(found?.at ?? "").toISOString()).toBe(moment);
});

test.each([
  ["2027-10-31 02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z"],
  ["2027-11-07 01:30", "America/New_York", "2027-11-07T05:30:00.000Z"],
  ["2027-04-04 01:45", "Australia/Lord_Howe", "2027-04-03T14:45:00.000Z"],
  ["2027-10-31 02:00", "Antarctica/Troll", "2027-10-31T00:00:00.000Z"],
])(
  "in each contact's own zone %s, which clocks in %s show twice, is the first of them",
  async (typed, zone, moment) => {
    const [found] = await writeDb.execute<{ at: string }>(sql`select ${momentIn(sql`${typed}`, sql`${zone}`)} as at`);
    expect(new Date(found?.at ?? "").toISOString()).toBe(moment);
  },
);

test("a time typed is the same moment for whoever types it and for a contact in that zone, also where clocks change", async () => {
  type Read = { zone: string; typed: string; at: string; shown: string };
  const read = await writeDb.execute<Read>(sql`
    select zone, typed, (extract(epoch from at) * 1000)::bigint::text as at, to_char(at at time zone zone, 'Dy HH24:MI:SS') as shown
    from (select zone, m at time zone zone as before, (m + interval '3 hours') at time zone zone as after
      from unnest(${sql.param(zones)}::text[]) zone,
        generate_series('2027-01-01Z'::timestamptz, '2028-01-01Z', '3 hours') m
      union all values ('Pacific/Apia', '2011-12-29 12:00'::timestamp, '2012-01-01 00:00'::timestamp)) days,
      generate_series(before, after, interval '15 minutes') clock,
      to_char(clock, 'YYYY-MM-DD"T"HH24:MI') typed, lateral (select ${momentIn(sql`typed`, sql`zone`)} as at) read
    where after - before <> interval '3 hours'`);
  const clocks = new Map(zones.map((zone) => [zone, clockIn(zone)]));
  const unlike = read.filter(({ zone, at, shown }) => {
    const { day, time } = clocks.get(zone)?.(Number(at)) ?? {};
    return day !== undefined && shown !== `${day} ${time}`;
  });
  const alike = read.filter(({ zone }) => !unlike.some((each) => each.zone === zone));
  expect(alike.filter(({ zone, typed, at }) => momentOf(typed, zone)?.getTime() !== Number(at))).toEqual([]);
  expect(alike.length).toBeGreaterThan(500);
});
