import type { Metadata } from "next";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import { getCampaign } from "@/lib/campaigns/get";
import { numberLabel } from "@/lib/numbers/format-number";
import { asLeft } from "@/lib/web/as-left";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { StatePill } from "../state-pill";
import { Report } from "./report";
import { Review } from "./review";

type Props = { params: Promise<{ campaignId: string }> };

const load = cache(async (id: string) => {
  const viewer = await requireViewer("campaigns.manage");
  return { viewer, campaign: (await getCampaign(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaign } = await load((await params).campaignId);
  return { title: campaign.name };
}

export default async function CampaignPage({ params }: Props) {
  const { viewer, campaign } = await load((await params).campaignId);
  const { name, state, line, e164, groups } = campaign;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={
          <>
            <StatePill state={state} /> From {numberLabel({ e164, label: line })} to{" "}
            {groups.map((group) => group.name).join(", ") || "groups that are gone, or not yours to see"}
          </>
        }
        back={{ href: await asLeft(CAMPAIGNS), label: "Campaigns" }}
      />
      {state === "draft" ? (
        <Review viewer={viewer} campaign={campaign} />
      ) : (
        <Report viewer={viewer} campaign={campaign} />
      )}
    </>
  );
}
