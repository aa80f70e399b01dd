import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { CAMPAIGNS, campaignsAddress, campaignsQuery } from "@/lib/campaigns/campaigns-query";
import { listCampaigns } from "@/lib/campaigns/list";
import { eyesOf } from "@/lib/text/eyes";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../rows/row-keys";
import { Whole } from "../rows/whole";
import { CampaignsTable } from "./campaigns-table";
import { CampaignFilters } from "./filters";

export const metadata: Metadata = { title: "Campaigns" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CampaignsPage({ searchParams }: Props) {
  const viewer = await requireViewer("campaigns.manage");
  const query = campaignsQuery(await searchParams);
  const { rows, previous, next } = await listCampaigns(viewer, query);
  const isAll = !query.search && !query.state;
  const hasNone = rows.length === 0 && isAll;
  const add = (
    <ButtonLink href={`${CAMPAIGNS}/new`} variant="primary">
      + New Campaign
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Campaigns"
        subtitle="One text to many contacts, at a time and a pace."
        actions={!hasNone && add}
      />
      {!hasNone && <CampaignFilters query={query} />}
      <div className="card" id="campaigns">
        {rows.length > 0 && <CampaignsTable rows={rows} eyes={eyesOf(viewer)} figure={await figures()} />}
        {rows.length === 0 && !isAll && (
          <Empty title="No campaign found" sentence="No campaign that you can see is like that.">
            <ButtonLink href={CAMPAIGNS}>Clear search and filters</ButtonLink>
          </Empty>
        )}
        {hasNone && (
          <Empty
            title="No campaigns yet"
            sentence="Put contacts into a group, then write what all of them should read."
          >
            {add}
          </Empty>
        )}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && {
                first: campaignsAddress(query),
                previous: campaignsAddress(query, { before: previous }),
              })}
              {...(next && {
                next: campaignsAddress(query, { after: next }),
                last: campaignsAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
      <RowKeys of="campaigns" />
      <Whole of="campaigns" />
    </>
  );
}
