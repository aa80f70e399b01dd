import { Time } from "@/app/time";
import type { Viewer } from "@/lib/access/viewer";
import { INBOX } from "@/lib/conversations/inbox-query";
import { formatNumber } from "@/lib/numbers/format-number";
import type { HistoryText } from "@/lib/reports/list-history";
import { textStateWords } from "@/lib/reports/text-states";
import { eyesOf } from "@/lib/text/eyes";

const NARROW = "max-[900px]:block max-[900px]:p-0";

type Props = { rows: readonly HistoryText[]; viewer: Viewer };

export function Texts({ rows, viewer }: Props) {
  const eyes = eyesOf(viewer);
  return (
    <table className="table max-[900px]:block">
      <thead className="max-[900px]:absolute max-[900px]:[clip-path:inset(50%)]">
        <tr>
          {["Time", "Line", "Contact", "Text", "State", "Person"].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[900px]:block max-[900px]:*:first:border-t-0 max-[900px]:*:block max-[900px]:*:px-4 max-[900px]:*:py-3 [&_td]:align-top">
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${NARROW} whitespace-nowrap text-ink-2`}>
              <Time at={row.at} {...eyes} />
            </td>
            <td className={`${NARROW} wrap-break-word`}>{row.line || formatNumber(row.e164)}</td>
            <td className={NARROW}>
              {row.mayOpen ? <a href={`${INBOX}/${row.conversationId}`}>{whoIs(row)}</a> : whoIs(row)}
              {row.contact !== row.phone && <small>{formatNumber(row.phone)}</small>}
            </td>
            <td className={`${NARROW} min-[900px]:w-[36%] whitespace-pre-line`}>{row.body}</td>
            <td className={`${NARROW} wrap-break-word`}>
              <span className={row.state === "failed" ? "text-bad" : undefined}>{textStateWords(row.state)}</span>
              {row.reason && <small>{row.reason}</small>}
            </td>
            <td className={NARROW}>{row.person}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whoIs = ({ contact, phone }: HistoryText) => (contact === phone ? formatNumber(phone) : contact);
