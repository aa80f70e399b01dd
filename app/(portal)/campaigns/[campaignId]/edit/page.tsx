import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { FormFoot } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { replacingFor } from "@/lib/auto-replace/rule-of";
import { campaignOptions } from "@/lib/campaigns/campaign-options";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import { getCampaign } from "@/lib/campaigns/get";
import { eyesOf } from "@/lib/text/eyes";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { edit } from "../../actions";
import { CampaignFields } from "../../campaign-fields";

type Props = { params: Promise<{ campaignId: string }> };

const load = cache(async (id: string) => {
  const viewer = await requireViewer("campaigns.manage");
  return { viewer, campaign: (await getCampaign(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaign } = await load((await params).campaignId);
  return { title: campaign.name };
}

export default async function EditCampaignPage({ params }: Props) {
  const { viewer, campaign } = await load((await params).campaignId);
  const { id, name, body, numberId, startsOn, ownZones, waitsAfterFirst, atClose, revision } = campaign;
  const page = `${CAMPAIGNS}/${id}`;
  if (campaign.state !== "draft") redirect(page);
  const [{ lines, groups, ownFields }, rule] = await Promise.all([campaignOptions(viewer), replacingFor(viewer)]);
  const [date = "", time = ""] = startsOn?.split("T") ?? [];
  return (
    <>
      <PageHeader title={name} back={{ href: page, label: "Review" }} />
      <Form
        action={edit}
        once={crypto.randomUUID()}
        version={revision}
        className="form wide"
        values={{
          ...{ name, message: body, from: numberId },
          ...{ when: startsOn ? "at" : "now", date, time, atClose },
        }}
      >
        <input type="hidden" name="campaignId" value={id} />
        <Revision now={revision} page={`${page}/edit`} />
        <CampaignFields
          lines={lines}
          groups={groups}
          ownFields={ownFields}
          rule={rule}
          eyes={eyesOf(viewer)}
          chosen={{ groups: campaign.groups.map((group) => group.id), ownZones, waitsAfterFirst }}
        />
        <FormFoot>
          <Submit>Review</Submit>
          <ButtonLink href={page} variant="quiet">
            Cancel
          </ButtonLink>
        </FormFoot>
      </Form>
    </>
  );
}
