import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listSubscriptionLinks } from "@/lib/subscriptions/list";
import { SUBSCRIPTIONS, subscriptionsAddress, subscriptionsQuery } from "@/lib/subscriptions/subscriptions-query";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../rows/row-keys";
import { LinkFilters } from "./filters";
import { LinksTable } from "./links-table";

export const metadata: Metadata = { title: "Subscription links" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SubscriptionsPage({ searchParams }: Props) {
  const viewer = await requireViewer("subscriptions.create");
  const query = subscriptionsQuery(await searchParams);
  const { rows, previous, next } = await listSubscriptionLinks(viewer, query);
  const isAll = !query.search && !query.state;
  const hasNone = rows.length === 0 && isAll;
  const add = (
    <ButtonLink href={`${SUBSCRIPTIONS}/new`} variant="primary">
      + New Link
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Subscription links"
        subtitle="Pages on which customers join a contact group themselves, and agree to get texts."
        actions={!hasNone && add}
      />
      {!hasNone && <LinkFilters query={query} />}
      <div className="card" id="links">
        {rows.length > 0 && <LinksTable rows={rows} figure={await figures()} />}
        {rows.length === 0 && !isAll && (
          <Empty title="No link found" sentence="No link that you can see is like that.">
            <ButtonLink href={SUBSCRIPTIONS}>Clear search and filters</ButtonLink>
          </Empty>
        )}
        {hasNone && (
          <Empty
            title="No links yet"
            sentence="Print one on a receipt or put it on your website: whoever opens it can join a group of contacts."
          >
            {add}
          </Empty>
        )}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && {
                first: subscriptionsAddress(query),
                previous: subscriptionsAddress(query, { before: previous }),
              })}
              {...(next && {
                next: subscriptionsAddress(query, { after: next }),
                last: subscriptionsAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
      <RowKeys of="links" />
    </>
  );
}
