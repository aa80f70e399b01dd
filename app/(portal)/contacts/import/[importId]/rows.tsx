import { Pager } from "@/components/shell/pager";
import { Tabs } from "@/components/shell/tabs";
import { Address } from "@/components/ui/address";
import { Empty } from "@/components/ui/empty";
import { Pill } from "@/components/ui/pill";
import { type ImportRow, type ImportShown, pagesOf, type Show } from "@/lib/contacts/import/get-import";
import { formatNumber } from "@/lib/numbers/format-number";
import { figures } from "@/lib/web/figures";
import { IncludeAnyway } from "../../../columns/include-anyway";
import { CONTACTS_IMPORT } from "../address";
import { DRAFT_FORM } from "./draft";
import { rowWords, VERDICTS } from "./row-words";

type Props = { list: ImportShown; rows: readonly ImportRow[]; wish: { show: Show; page: number } };

const verdicts = ["unreadable", "twice", "opted out", "changes", "new", "same"] as const;

/** The rows of a list, a hundred a page. */
export async function Rows({ list, rows, wish }: Props) {
  const figure = await figures();
  const tabs = [
    { show: "all" as const, label: "All", count: list.total },
    ...verdicts.map((show) => ({ show, label: VERDICTS[show].words, count: list.by(show) })),
  ];
  const total = tabs.find(({ show }) => show === wish.show)?.count ?? list.total;
  const pages = pagesOf(total);
  const to = (show: Show, page = 1) =>
    `${CONTACTS_IMPORT}/${list.id}?${new URLSearchParams({ show, page: String(page) })}`;
  const step = (page: number) => (page === wish.page || page < 1 || page > pages ? undefined : to(wish.show, page));
  const from = (wish.page - 1) * 100 + 1;
  return (
    <>
      <Tabs
        label="Rows"
        tabs={tabs
          .filter(({ show, count }) => count > 0 || show === "all")
          .map(({ show, label, count }) => ({
            ...{ label, count: figure(count), href: to(show) },
            current: show === wish.show,
          }))}
      />
      <div className="card">
        {rows.length > 0 ? (
          <table className="table max-sm:block">
            <thead className="max-sm:absolute max-sm:[clip-path:inset(50%)]">
              <tr>
                <th scope="col" className="w-[1%] whitespace-nowrap text-ink-3">
                  Row
                </th>
                <th scope="col">Phone Number</th>
                <th scope="col" className="w-2/5">
                  Name
                </th>
                <th scope="col">{list.isFinished ? "What happened" : "What happens"}</th>
              </tr>
            </thead>
            <tbody className="max-sm:block max-sm:*:grid max-sm:*:gap-1 max-sm:*:px-4 max-sm:*:py-3 max-sm:[&_td]:p-0">
              {rows.map((row) => (
                <Row key={row.nth} row={row} isDraft={!list.isConfirmed} />
              ))}
            </tbody>
          </table>
        ) : (
          <Empty title="Nobody here" sentence="No row of the list is like that." />
        )}
        {pages > 1 && rows.length > 0 && (
          <div className="table-foot">
            <Pager
              range={`${figure(from)}–${figure(from + rows.length - 1)} of ${figure(total)}`}
              first={step(1)}
              previous={step(wish.page - 1)}
              next={step(wish.page + 1)}
              last={step(pages)}
            />
          </div>
        )}
      </div>
    </>
  );
}

function Row({ row, isDraft }: { row: ImportRow; isDraft: boolean }) {
  const { words, tone, more } = rowWords(row);
  const { position, phone, firstName, lastName, email, company } = row;
  const besides = [company, email].filter(Boolean).join(", ");
  return (
    <tr>
      <td className="whitespace-nowrap text-ink-3">
        <span className="text-small sm:hidden">Row </span>
        {position}
      </td>
      <td className="whitespace-nowrap font-medium">{phone ? formatNumber(phone) : "–"}</td>
      <td className="wrap-anywhere">
        {[firstName, lastName].filter(Boolean).join(" ")}
        {besides && (
          <small className="max-w-[40ch]">
            <Address of={besides} />
          </small>
        )}
      </td>
      <td>
        <Pill tone={tone}>{words}</Pill>
        {more && <small className="wrap-anywhere">{more}</small>}
        {isDraft && row.verdict === "opted out" && (
          <IncludeAnyway form={DRAFT_FORM} position={position} isIncluded={row.included} />
        )}
      </td>
    </tr>
  );
}
