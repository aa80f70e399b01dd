import { ActionButton } from "@/components/form/action-button";
import { Pager } from "@/components/shell/pager";
import { Tabs } from "@/components/shell/tabs";
import { Address } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pill } from "@/components/ui/pill";
import { fullName } from "@/lib/access/viewer";
import type { Batch } from "@/lib/invitations/preview/get-batch";
import { type BatchRow, pagesOf, type Show } from "@/lib/invitations/preview/list-batch";
import { shownAddress } from "@/lib/text/address";
import { figures } from "@/lib/web/figures";
import { IncludeAnyway } from "../../../../columns/include-anyway";
import { resend } from "../../actions";
import { productWords, roleWords } from "../../words";
import { DRAFT_FORM } from "./draft";
import { fate } from "./fate";

type Props = { batch: Batch; rows: readonly BatchRow[]; wish: { show: Show; page: number } };

/** The rows of a batch, a hundred a page, those that want a look first. */
export async function Invitees({ batch, rows, wish }: Props) {
  const figure = await figures();
  const tabs = batch.isConfirmed ? resultTabs(batch) : verdictTabs(batch);
  const total = tabs.find(({ show }) => show === wish.show)?.count ?? batch.rows;
  const pages = pagesOf(total);
  const to = (show: Show, page = 1) =>
    `/admin/users/invite/${batch.id}?${new URLSearchParams({ show, page: String(page) })}`;
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
        {rows.length > 0 && (
          <table className="table max-sm:block">
            <thead className="max-sm:absolute max-sm:[clip-path:inset(50%)]">
              <tr>
                <th scope="col" className="w-[1%] whitespace-nowrap text-ink-3">
                  Row
                </th>
                <th scope="col">Email</th>
                <th scope="col">Access</th>
                <th scope="col">{batch.isFinished ? "What happened" : "What happens"}</th>
              </tr>
            </thead>
            <tbody className="max-sm:block max-sm:*:first:border-t-0 max-sm:*:grid max-sm:*:grid-cols-[minmax(0,1fr)] max-sm:*:gap-1 max-sm:*:px-4 max-sm:*:py-3 max-sm:[&_td]:p-0">
              {rows.map((row) => (
                <Invitee key={row.position} row={row} batch={batch} />
              ))}
            </tbody>
          </table>
        )}
        {rows.length === 0 && (
          <Empty title="Nobody here" sentence="No row of the list is like that.">
            <ButtonLink href={to("all")}>Show all rows</ButtonLink>
          </Empty>
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

type Tab = { show: Show; label: string; count: number };

/** Why somebody is not invited; the pill in each row says the same. */
const leftTabs = ({ by, gone }: Batch): Tab[] => [
  { show: "wrong", label: "Wrong", count: by("wrong") },
  { show: "beyond", label: "Beyond your rights", count: by("beyond") },
  { show: "gone", label: "Left out", count: gone },
  { show: "here", label: "Already here", count: by("here") },
  { show: "pending", label: "Pending", count: by("pending") },
];

const verdictTabs = (batch: Batch): Tab[] => [
  { show: "all", label: "All", count: batch.rows },
  ...leftTabs(batch),
  { show: "guest", label: "Guests", count: batch.by("guest") },
  { show: "new", label: "New", count: batch.by("new") },
];

const resultTabs = (batch: Batch): Tab[] => [
  { show: "all", label: "All", count: batch.rows },
  { show: "failed", label: "Failed", count: batch.failed + batch.emails.failed },
  { show: "invited", label: "Invited", count: batch.invited },
  ...leftTabs(batch),
];

function Invitee({ row, batch }: { row: BatchRow; batch: Batch }) {
  const { words, tone } = fate(row, batch);
  const name = fullName(row);
  const isPending = row.verdict === "pending" && row.state === "left out";
  return (
    <tr>
      <td className="whitespace-nowrap text-ink-3 max-sm:hidden">{row.position}</td>
      <td className="font-medium" title={shownAddress(row.email)}>
        <span className="block w-max max-w-[min(22rem,36vw)] truncate max-sm:w-auto max-sm:max-w-none max-sm:whitespace-normal">
          {row.email ? <Address of={shownAddress(row.email)} /> : "–"}
        </span>
        {name && (
          <small className="mt-0 max-w-[min(22rem,36vw)] truncate font-normal max-sm:max-w-none" title={name}>
            {name}
          </small>
        )}
      </td>
      <td className="wrap-break-word text-ink-2 max-sm:order-2 max-sm:text-small">{accessWords(row)}</td>
      <td className="[&>.action]:mt-1.5">
        <Pill tone={tone}>{words}</Pill>
        {(row.problem || row.memberId) && (
          <small>
            {row.problem}{" "}
            {row.memberId && (
              <a
                className="font-medium text-accent underline-offset-3 hover:underline"
                href={`/admin/users/${row.memberId}`}
                aria-label={`Open ${shownAddress(row.email)}`}
              >
                Open
              </a>
            )}
          </small>
        )}
        {row.leftReason && (
          <small>
            {row.leftReason}
            {!batch.isConfirmed && (
              <IncludeAnyway form={DRAFT_FORM} position={row.position} isIncluded={row.state === "waiting"} />
            )}
          </small>
        )}
        {isPending && row.memberId && (
          <ActionButton
            action={resend}
            once={crypto.randomUUID()}
            fields={{ memberId: row.memberId }}
            along={batch.isConfirmed ? undefined : { form: DRAFT_FORM, act: "resend" }}
            size="small"
            label={`Resend invitation to ${shownAddress(row.email)}`}
          >
            Resend invitation
          </ActionButton>
        )}
      </td>
    </tr>
  );
}

/** "End User · West; Texting, Chat; 2 lines". Who gets no invitation gets no access by it either. */
function accessWords({ roles, products, lines, verdict }: BatchRow): string {
  if (roles.length === 0 || (verdict !== "new" && verdict !== "guest")) return "";
  const some = lines.length === 0 ? [] : [lines.length === 1 ? "1 line" : `${lines.length} lines`];
  return [roleWords(roles), `Products: ${productWords(products)}`, ...some].join("; ");
}
