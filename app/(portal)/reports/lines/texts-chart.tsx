import { BarChart } from "@/components/ui/bar-chart";
import type { Stretch } from "@/lib/reports/chart-days";
import type { Eyes } from "@/lib/text/eyes";
import type { Figure } from "@/lib/text/figure";
import { timeWords } from "@/lib/text/time-words";

type Props = { stretches: readonly Stretch[]; hasIn: boolean; figure: Figure; eyes: Eyes };

const IN = { name: "In", tone: "accent" } as const;
const OUT = { name: "Out", tone: "plain" } as const;

/** Texts by day, or by week of a long time: as bars, and the same as a table. */
export function TextsChart({ stretches, hasIn, figure, eyes }: Props) {
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const dateOf = (day: string) => timeWords(noon(day), { ...eyes, zone: "UTC" }).date;
  const isWeeks = stretches.some(({ from, to }) => from !== to);
  const said = ({ from, to }: Stretch) => (from === to ? dateOf(from) : `${dateOf(from)} to ${dateOf(to)}`);
  const series = hasIn ? [IN, OUT] : [OUT];
  const valuesOf = ({ textsIn, textsOut }: Stretch) => (hasIn ? [textsIn, textsOut] : [textsOut]);
  const [first, last] = [stretches.at(0)?.from ?? "", stretches.at(-1)?.to ?? ""];
  const title = `Texts a ${isWeeks ? "week" : "day"}`;
  return (
    <section className="card p-4" aria-labelledby="texts">
      <h2 id="texts">{title}</h2>
      <BarChart
        title={`${title}, ${dateOf(first)} to ${dateOf(last)}`}
        series={series}
        bars={stretches.map((each) => ({ key: each.from, said: said(each), values: valuesOf(each) }))}
        ends={[dateOf(first), dateOf(last)]}
        figure={figure}
      />
      <details className="mt-1 print:hidden">
        <summary className="link py-0.5">As a table</summary>
        <table className="mt-2 w-full">
          <thead>
            <tr>
              <th scope="col" className="text-left">
                {isWeeks ? "Week" : "Day"}
              </th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="text-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stretches.toReversed().map((each) => (
              <tr key={each.from} className="border-line border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  {said(each)}
                </th>
                {valuesOf(each).map((value, at) => (
                  <td key={series[at]?.name} className="py-1 text-right tabular-nums">
                    {figure(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
