import { Time } from "@/app/time";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import type { CampaignRow } from "@/lib/campaigns/list";
import type { Eyes } from "@/lib/text/eyes";
import type { Figure } from "@/lib/text/figure";
import { onTheirClocks } from "./[campaignId]/words";
import { StatePill } from "./state-pill";

type Props = { rows: readonly CampaignRow[]; eyes: Eyes; figure: Figure };

const COUNTS = [
  { name: "Recipients", of: "recipients", one: "recipient", many: "recipients" },
  { name: "Sent", of: "sent", one: "sent", many: "sent" },
  { name: "Delivered", of: "delivered", one: "delivered", many: "delivered" },
  { name: "Failed", of: "failed", one: "failed", many: "failed" },
  { name: "Replies", of: "replies", one: "reply", many: "replies" },
  { name: "Opt-outs", of: "optOuts", one: "opt-out", many: "opt-outs" },
] as const;

const seldom = "max-lg:hidden";

const notSentWords = ({ askedAt, isOwn }: CampaignRow) =>
  askedAt ? (isOwn ? "Waits for a second person" : "Waits for you to confirm it") : "Not sent yet";

/** "12 recipients · 12 sent · 11 delivered · 1 failed": of what has not happened, nothing. */
const figureWords = (row: CampaignRow, figure: Figure) =>
  COUNTS.flatMap(({ of, one, many }) => (row[of] > 0 ? `${figure(row[of])} ${row[of] === 1 ? one : many}` : [])).join(
    " · ",
  );

/** One that begins when each contact's clock says so has no moment of its own: the first of them is in another country's evening. */
function When({ row, eyes }: { row: CampaignRow; eyes: Eyes }) {
  const { state, startsOn, ownZones, frozenAt, startsAt, createdAt } = row;
  if (state === "draft") return notSentWords(row);
  if (!ownZones || !startsOn) return <Time at={frozenAt ?? startsAt ?? createdAt} {...eyes} />;
  const words = onTheirClocks(startsOn, eyes);
  return (
    <span className="block max-w-44 whitespace-normal max-sm:max-w-none lg:-my-1.5 lg:text-small lg:leading-4">
      {words}
    </span>
  );
}

/** On a phone: what it is called, how it stands, its figures in words, and when. */
export const CampaignsTable = ({ rows, eyes, figure }: Props) => (
  <table className="table">
    <thead className="max-sm:hidden">
      <tr>
        <th scope="col">Name</th>
        <th scope="col">State</th>
        {COUNTS.map(({ name }) => (
          <th key={name} scope="col" className={`text-right whitespace-nowrap ${seldom}`}>
            {name}
          </th>
        ))}
        <th scope="col" className="lg:hidden">
          Figures
        </th>
        <th scope="col" className="lg:pl-8">
          When
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:items-center">
          <td className="who max-w-72 overflow-hidden text-ellipsis whitespace-nowrap font-medium" title={row.name}>
            <a href={`${CAMPAIGNS}/${row.id}`}>{row.name}</a>
          </td>
          <td>
            <StatePill state={row.state} />
          </td>
          {COUNTS.map(({ name, of }) => (
            <td key={name} className={`text-right tabular-nums ${seldom}`}>
              {row.state === "draft" ? "" : figure(row[of])}
            </td>
          ))}
          <td className="text-ink-2 text-small max-sm:empty:hidden max-sm:col-span-2 max-sm:py-0 max-sm:pl-4 lg:hidden">
            {row.state !== "draft" && figureWords(row, figure)}
          </td>
          <td className="whitespace-nowrap text-ink-2 max-sm:col-span-2 max-sm:pt-0 max-sm:text-small max-sm:pl-4 lg:pl-8">
            <When row={row} eyes={eyes} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
