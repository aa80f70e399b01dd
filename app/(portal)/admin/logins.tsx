import { timeWords } from "@/components/ui/time-words";
import type { LoginDay } from "@/lib/overview/logins-by-day";
import type { Figure } from "@/lib/text/figure";

type Props = { days: readonly LoginDay[]; figure: Figure; locale: string | null; seesActivity: boolean };

const STEP = 10;
const HEIGHT = 60;

/** Logins a day as bars, and the same as a table. Who may see history is led to the very logins. */
export function Logins({ days, figure, locale, seesActivity }: Props) {
  const all = days.reduce((sum, { times }) => sum + times, 0);
  const most = Math.max(1, ...days.map(({ times }) => times));
  const [first, last] = [days.at(0)?.day ?? "", days.at(-1)?.day ?? ""];
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const dayOf = (day: string) => timeWords(noon(day), { zone: "UTC", now: noon(last), locale }).day;
  const told = (count: number, from: string, to: string) =>
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
        {told(all, first, last)} in the last {days.length} days
      </p>
      <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} className="mt-3 block h-auto w-full" aria-hidden="true">
        {days.map(({ day, times }, at) => (
          <rect
            key={day}
            x={at * STEP + 1}
            y={HEIGHT - Math.max(1, (times / most) * HEIGHT)}
            width={STEP - 2}
            height={Math.max(1, (times / most) * HEIGHT)}
            className={times > 0 ? "fill-accent" : "fill-line-strong"}
          >
            <title>{`${dayOf(day)}: ${figure(times)}`}</title>
          </rect>
        ))}
      </svg>
      <p className="mt-1 flex justify-between text-small text-ink-2" aria-hidden="true">
        <span>{dayOf(first)}</span>
        <span>Today</span>
      </p>
      <details className="mt-1">
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
            <tbody>
              {days.toReversed().map(({ day, times }) => (
                <tr key={day} className="border-line border-t">
                  <th scope="row" className="py-1 text-left font-normal">
                    <time dateTime={day}>{dayOf(day)}</time>
                  </th>
                  <td className="py-1 text-right tabular-nums">{told(times, day, day)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
