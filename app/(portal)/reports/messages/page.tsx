import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { linesFor } from "@/lib/conversations/lines";
import { campaignsTold } from "@/lib/reports/campaigns-told";
import { HISTORY, historyAddress, historyQuery } from "@/lib/reports/history-query";
import { listHistory } from "@/lib/reports/list-history";
import { requireViewer } from "@/lib/web/viewer";
import { HistoryFilters } from "./filters";
import { NoTexts } from "./nothing";
import { Texts } from "./texts";

export const metadata: Metadata = { title: "Message history" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HistoryPage({ searchParams }: Props) {
  const viewer = await requireViewer("reports.download");
  const query = historyQuery(await searchParams);
  const [page, { lines }, campaigns] = await Promise.all([
    listHistory(viewer, query),
    linesFor(viewer, "reports.download"),
    campaignsTold(viewer),
  ]);
  const { rows, previous, next } = page;
  return (
    <>
      <PageHeader
        title="Message history"
        subtitle="Texts in and out on the lines that you have, newest first."
        back={{ href: "/reports", label: "Reports" }}
        actions={
          <ButtonLink href={historyAddress(query, {}, `${HISTORY}/export`)} download="">
            Export CSV
          </ButtonLink>
        }
      />
      <HistoryFilters query={query} lines={lines} campaigns={campaigns} />
      <div className="card">
        {rows.length > 0 ? (
          <Texts rows={rows} viewer={viewer} />
        ) : (
          <NoTexts query={query} hasLines={lines.length > 0} />
        )}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && { first: historyAddress(query), previous: historyAddress(query, { before: previous }) })}
              {...(next && {
                next: historyAddress(query, { after: next }),
                last: historyAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
    </>
  );
}
