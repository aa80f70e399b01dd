import type { ReactNode } from "react";
import { BarChart } from "@/components/ui/bar-chart";
import type { LoginDay } from "@/lib/overview/logins-by-day";
import type { Eyes } from "@/lib/text/eyes";
import type { Figure } from "@/lib/text/figure";
import { timeWords } from "@/lib/text/time-words";
import { byWeeks } from "@/lib/text/week";

type Props = {
  days: readonly LoginDay[];
  figure: Figure;
  eyes: Eyes;
  /** That the reader's weeks begin with. */
  firstWeekday: number;
  seesActivity: boolean;
};

type Told = (count: number, from: string, to: string) => ReactNode;

const sumOf = (days: readonly LoginDay[]) => days.reduce((sum, { times }) => sum + times, 0);

/** Logins a day as bars, and the same as a table, by weeks. Who may see history is led to the very logins. */
export function Logins({ days, figure, eyes, firstWeekday, seesActivity }: Props) {
  const weeks = byWeeks(days, firstWeekday);
  const [first, last] = [days.at(0)?.day ?? "", days.at(-1)?.day ?? ""];
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const saidOf = (day: string) => timeWords(noon(day), { ...eyes, zone: "UTC", now: noon(last) });
  const dayOf = (day: string) => saidOf(day).day;
  const told: Told = (count, from, to) =>
    seesActivity && count > 0 ? (
      <a className="link" href={`/admin/activity?action=session.opened&from=${from}&to=${to}`}>
        {figure(count)}
      </a>
    ) : (
      figure(count)
    );
  return (
    <section className="card p-4" aria-labelledby="logins">
      <h2 id="logins">Logins a day</h2>
      <p className="text-small text-ink-2">
        {told(sumOf(days), first, last)} in the last {days.length} days
      </p>
      <div className="mt-2">
        <BarChart
          title={`Logins a day, ${dayOf(first)} to today`}
          series={[{ name: "Logins", tone: "accent" }]}
          bars={days.map(({ day, times }) => ({ key: day, said: dayOf(day), values: [times] }))}
          ends={[dayOf(first), "Today"]}
          figure={figure}
        />
      </div>
      <details className="mt-1 print:hidden">
        <summary className="link py-0.5">As a table</summary>
        <div className="mt-2">
          <table className="w-full">
            <thead>
              <tr>
                <th scope="col" className="text-left">
                  Day
                </th>
                <th scope="col" className="text-right">
                  Logins
                </th>
              </tr>
            </thead>
            {weeks.toReversed().map((week) => (
              <tbody key={week[0]?.day}>
                <Week days={week} saidOf={saidOf} told={told} />
              </tbody>
            ))}
          </table>
        </div>
      </details>
    </section>
  );
}

type WeekProps = { days: readonly LoginDay[]; saidOf: (day: string) => { day: string; date: string }; told: Told };

/** The newest day first; the oldest week begins with the first day that is counted. */
function Week({ days, saidOf, told }: WeekProps) {
  const [first, last] = [days.at(0)?.day ?? "", days.at(-1)?.day ?? ""];
  return (
    <>
      <tr className="border-line-strong border-t">
        <th scope="rowgroup" className="pt-2 pb-1 text-left text-small text-ink-2">
          Week from <time dateTime={first}>{saidOf(first).date}</time>
        </th>
        <td className="pt-2 pb-1 text-right font-semibold text-small tabular-nums">{told(sumOf(days), first, last)}</td>
      </tr>
      {days.toReversed().map(({ day, times }) => (
        <tr key={day} className="border-line border-t">
          <th scope="row" className="py-1 text-left font-normal">
            <time dateTime={day}>{saidOf(day).day}</time>
          </th>
          <td className="py-1 text-right tabular-nums">{told(times, day, day)}</td>
        </tr>
      ))}
    </>
  );
}
