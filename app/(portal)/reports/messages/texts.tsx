import { Time } from "@/app/time";
import type { Viewer } from "@/lib/access/viewer";
import { INBOX } from "@/lib/conversations/inbox-query";
import { formatNumber } from "@/lib/numbers/format-number";
import type { HistoryText } from "@/lib/reports/list-history";
import { textStateWords } from "@/lib/reports/text-states";
import { eyesOf } from "@/lib/text/eyes";

const NARROW = "max-[900px]:p-0";
/** On narrow windows, in the last line: when, on which line, and who wrote. */
const LAST = `${NARROW} max-[900px]:order-2 max-[900px]:text-small max-[900px]:text-ink-2`;
const NEXT = "max-[900px]:not-empty:before:content-['·_']";

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
      <tbody className="max-[900px]:block max-[900px]:*:flex max-[900px]:*:flex-wrap max-[900px]:*:gap-x-1.5 max-[900px]:*:gap-y-0.5 max-[900px]:*:px-4 max-[900px]:*:py-3 [&_td]:align-top">
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${LAST} whitespace-nowrap text-ink-2`}>
              <Time at={row.at} {...eyes} />
            </td>
            <td className={`${LAST} ${NEXT} wrap-break-word`}>{row.line || formatNumber(row.e164)}</td>
            <td
              className={`${NARROW} max-[900px]:-order-1 max-[900px]:min-w-0 max-[900px]:flex-[1_1_120px] max-[900px]:font-medium`}
            >
              {row.mayOpen ? <a href={`${INBOX}/${row.conversationId}`}>{whoIs(row)}</a> : whoIs(row)}
              {row.contact !== row.phone && <small>{formatNumber(row.phone)}</small>}
            </td>
            <td
              className={`${NARROW} max-[900px]:order-1 max-[900px]:basis-full min-[900px]:w-[36%] whitespace-pre-line`}
            >
              {row.body}
            </td>
            <td
              className={`${NARROW} max-[900px]:-order-1 max-[900px]:max-w-[50%] max-[900px]:text-right max-[900px]:text-small wrap-break-word`}
            >
              <span className={row.state === "failed" ? "text-bad" : undefined}>{textStateWords(row.state)}</span>
              {row.reason && <small>{row.reason}</small>}
            </td>
            <td className={`${LAST} ${NEXT}`}>{row.person}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whoIs = ({ contact, phone }: HistoryText) => (contact === phone ? formatNumber(phone) : contact);
