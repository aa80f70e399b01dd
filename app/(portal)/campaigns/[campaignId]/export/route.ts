import { getCampaign } from "@/lib/campaigns/get";
import { exportRecipients, recipientsHeader as header } from "@/lib/campaigns/report/export-recipients";
import { datedName } from "@/lib/text/csv";
import { download } from "@/lib/web/download";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";

type Props = { params: Promise<{ campaignId: string }> };

/** Whom a campaign went to, a row each. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const viewer = await requireViewer("campaigns.manage");
  const campaign = (await getCampaign(viewer, (await params).campaignId)) ?? (await forbidden(viewer));
  const pages = exportRecipients(viewer, campaign.id);
  return download(viewer, { name: datedName("campaign", viewer.timeZone), header, pages });
}
