import { Time } from "@/app/time";
import { BarChart } from "@/components/ui/bar-chart";
import type { CampaignReport } from "@/lib/campaigns/report/campaign-report";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { formatNumber } from "@/lib/numbers/format-number";
import type { Eyes } from "@/lib/text/eyes";
import type { Figure } from "@/lib/text/figure";
import { timeWords } from "@/lib/text/time-words";

type Reading = { eyes: Eyes; figure: Figure };

/** Why texts were not delivered. */
export const Reasons = ({ reasons, figure }: Pick<CampaignReport, "reasons"> & Pick<Reading, "figure">) => (
  <table className="table">
    <thead>
      <tr>
        <th scope="col">Reason</th>
        <th scope="col" className="text-right!">
          Failed
        </th>
      </tr>
    </thead>
    <tbody>
      {reasons.map(({ reason, people }) => (
        <tr key={reason}>
          <th scope="row" className="text-base! font-normal! text-ink!">
            {reason}
          </th>
          <td className="text-right tabular-nums">{figure(people)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What left in each hour, as bars and as a table. */
export function Hours({ hours, eyes, figure }: Pick<CampaignReport, "hours"> & Reading) {
  const said = (at: Date) => timeWords(at, eyes).short;
  const [first, last] = [hours[0]?.at ?? eyes.now, hours.at(-1)?.at ?? eyes.now];
  return (
    <div>
      <BarChart
        title={`Texts an hour, ${said(first)} – ${said(last)}`}
        series={[
          { name: "Delivered", tone: "accent" },
          { name: "Not delivered so far", tone: "plain" },
        ]}
        bars={eachHour(hours).map(({ at, sent, delivered }) => ({
          ...{ key: at.toISOString(), said: said(at), values: [delivered, sent - delivered] },
        }))}
        ends={[said(first), said(last)]}
        figure={figure}
      />
      <details className="mt-1 print:hidden">
        <summary className="link py-0.5">As a table</summary>
        <table className="mt-2 w-full">
          <thead>
            <tr>
              <th scope="col" className="text-left">
                Hour
              </th>
              <th scope="col" className="text-right">
                Sent
              </th>
              <th scope="col" className="text-right">
                Delivered
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ at, sent, delivered }) => (
              <tr key={at.toISOString()} className="border-line border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  <Time at={at} {...eyes} />
                </th>
                <td className="py-1 text-right tabular-nums">{figure(sent)}</td>
                <td className="py-1 text-right tabular-nums">{figure(delivered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

const HOUR = 3_600_000;

/** Also those between in which none left: as far from each other as their bars. */
function eachHour(hours: CampaignReport["hours"]): CampaignReport["hours"] {
  return hours.flatMap((hour, nth) => {
    const before = hours[nth - 1]?.at.getTime() ?? hour.at.getTime();
    const between = Math.max(0, Math.round((hour.at.getTime() - before) / HOUR) - 1);
    const none = (at: number) => ({ at: new Date(before + (at + 1) * HOUR), sent: 0, delivered: 0 });
    return [...Array.from({ length: between }, (_, at) => none(at)), hour];
  });
}

type LeftProps = Pick<CampaignReport, "optOuts"> & Reading & { all: number };

/** Who wants no more texts, and what they said. */
export const OptOuts = ({ optOuts, all, eyes, figure }: LeftProps) => (
  <div className="grid gap-2">
    <ul className="grid gap-2">
      {optOuts.map(({ contactId, name, phone, words, at }) => (
        <li key={phone}>
          <a className="link" href={`${CONTACTS}/${contactId}`}>
            {name === phone ? formatNumber(phone) : name}
          </a>
          {words && <q className="ml-2">{words}</q>}
          <span className="ml-2 text-small text-ink-2">
            <Time at={at} {...eyes} />
          </span>
        </li>
      ))}
    </ul>
    {all > optOuts.length && <p className="text-ink-2">and {figure(all - optOuts.length)} before.</p>}
  </div>
);
