import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listSubscriptionLinks } from "@/lib/subscriptions/list";
import { SUBSCRIPTIONS, subscriptionsAddress, subscriptionsFrom } from "@/lib/subscriptions/subscriptions-query";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { LinksTable } from "./links-table";

export const metadata: Metadata = { title: "Subscription links" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SubscriptionsPage({ searchParams }: Props) {
  const viewer = await requireViewer("subscriptions.create");
  const { rows, previous, next } = await listSubscriptionLinks(viewer, subscriptionsFrom(await searchParams));
  const add = <ButtonLink href={`${SUBSCRIPTIONS}/new`}>+ New Link</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Subscription links"
        subtitle="Pages on which customers join a contact group themselves, and agree to get texts."
        actions={rows.length > 0 && add}
      />
      <div className="card">
        {rows.length > 0 ? (
          <LinksTable rows={rows} figure={await figures()} />
        ) : (
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
              {...(previous && { first: SUBSCRIPTIONS, previous: subscriptionsAddress({ before: previous }) })}
              {...(next && {
                next: subscriptionsAddress({ after: next }),
                last: subscriptionsAddress({ before: "last" }),
              })}
            />
          </div>
        )}
      </div>
    </>
  );
}
