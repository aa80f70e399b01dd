import { Time } from "@/app/time";
import type { Viewer } from "@/lib/access/viewer";
import { INBOX } from "@/lib/conversations/inbox-query";
import { formatNumber } from "@/lib/numbers/format-number";
import type { HistoryText } from "@/lib/reports/list-history";
import { textStateWords } from "@/lib/reports/text-states";
import { eyesOf } from "@/lib/text/eyes";

const NARROW = "max-[1152px]:p-0";
/** On narrow windows, in the last line: when, on which line, and who wrote. */
const LAST = `${NARROW} max-[1152px]:order-2 max-[1152px]:text-small max-[1152px]:text-ink-2`;
const NEXT = "max-[1152px]:not-empty:before:content-['·_']";

type Props = { rows: readonly HistoryText[]; viewer: Viewer };

export function Texts({ rows, viewer }: Props) {
  const eyes = eyesOf(viewer);
  return (
    <table className="table max-[1152px]:block">
      <thead className="max-[1152px]:absolute max-[1152px]:[clip-path:inset(50%)]">
        <tr>
          {["Time", "Line", "Contact", "Text", "State", "Person"].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[1152px]:block max-[1152px]:*:flex max-[1152px]:*:flex-wrap max-[1152px]:*:gap-x-1.5 max-[1152px]:*:gap-y-0.5 max-[1152px]:*:px-4 max-[1152px]:*:py-3 [&_td]:align-top">
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${LAST} whitespace-nowrap text-ink-2`}>
              <Time at={row.at} {...eyes} />
            </td>
            <td className={`${LAST} ${NEXT} wrap-break-word`}>{row.line || formatNumber(row.e164)}</td>
            <td
              className={`${NARROW} max-[1152px]:-order-1 max-[1152px]:min-w-0 max-[1152px]:flex-[1_1_120px] max-[1152px]:font-medium wrap-break-word`}
            >
              {row.mayOpen ? <a href={`${INBOX}/${row.conversationId}`}>{whoIs(row)}</a> : whoIs(row)}
              {row.contact !== row.phone && <small>{formatNumber(row.phone)}</small>}
            </td>
            <td
              className={`${NARROW} max-[1152px]:order-1 max-[1152px]:basis-full min-[1152px]:w-[36%] whitespace-pre-line`}
            >
              {row.body}
            </td>
            <td
              className={`${NARROW} max-[1152px]:-order-1 max-[1152px]:max-w-[50%] max-[1152px]:text-right max-[1152px]:text-small wrap-break-word`}
            >
              <span className={row.state === "failed" ? "text-bad" : undefined}>{textStateWords(row.state)}</span>
              {row.reason && <small>{row.reason}</small>}
            </td>
            <td className={`${LAST} ${NEXT} wrap-break-word`}>{row.person}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whoIs = ({ contact, phone }: HistoryText) => (contact === phone ? formatNumber(phone) : contact);
