import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { FormFoot } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { replacingFor } from "@/lib/auto-replace/rule-of";
import { campaignOptions } from "@/lib/campaigns/campaign-options";
import { CAMPAIGNS } from "@/lib/campaigns/campaigns-query";
import { eyesOf } from "@/lib/text/eyes";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { LineAndGroup } from "../../line-and-group";
import { add } from "../actions";
import { CampaignFields } from "../campaign-fields";

export const metadata: Metadata = { title: "New Campaign" };

export default async function NewCampaignPage() {
  const viewer = await requireViewer("campaigns.manage");
  const [{ lines, groups, defaultLine, ownFields }, rule] = await Promise.all([
    campaignOptions(viewer),
    replacingFor(viewer),
  ]);
  return (
    <>
      <PageHeader title="New Campaign" back={{ href: await asLeft(CAMPAIGNS), label: "Campaigns" }} />
      <LineAndGroup {...{ viewer, lines, groups }} sentence="A campaign goes to groups of contacts.">
        <Form action={add} once={crypto.randomUUID()} className="form wide">
          <CampaignFields
            lines={lines}
            groups={groups}
            ownFields={ownFields}
            rule={rule}
            eyes={eyesOf(viewer)}
            {...(defaultLine && { defaultLine })}
          />
          <FormFoot>
            <Submit>Review</Submit>
            <ButtonLink href={await asLeft(CAMPAIGNS)} variant="quiet">
              Cancel
            </ButtonLink>
          </FormFoot>
        </Form>
      </LineAndGroup>
    </>
  );
}
