import type { Metadata } from "next";
import { SelectField } from "@/components/form/fields/select-field";
import { TextArea } from "@/components/form/fields/text-area";
import { Form } from "@/components/form/form";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { subscriptionOptions } from "@/lib/subscriptions/subscription-options";
import { SUBSCRIPTIONS } from "@/lib/subscriptions/subscriptions-query";
import { requireViewer } from "@/lib/web/viewer";
import { LineAndGroup } from "../../line-and-group";
import { add } from "../actions";

export const metadata: Metadata = { title: "New Link" };

export default async function NewSubscriptionLinkPage() {
  const viewer = await requireViewer("subscriptions.create");
  const { lines, groups, defaultLine } = await subscriptionOptions(viewer);
  return (
    <>
      <PageHeader title="New Link" back={{ href: SUBSCRIPTIONS, label: "Subscription links" }} />
      <LineAndGroup {...{ viewer, lines, groups }} sentence="Whoever subscribes joins a group of contacts.">
        <Form action={add} once={crypto.randomUUID()} className="form wide">
          <Section
            title="Who joins what"
            sentence="Whoever opens the link types a phone number. A text asks there to answer YES, and with that they are in the group."
          >
            <SelectField name="group" label="Contact group" options={groups} empty="Choose a group" />
            <SelectField name="from" label="From" options={lines} {...(defaultLine && { defaultValue: defaultLine })} />
          </Section>
          <Section
            title="What they agree to"
            sentence="It stands on the page and in the text, is kept with everybody's consent, and can't be changed later."
          >
            <TextArea
              name="wording"
              label="Wording"
              hint="What you text about and how often, such as: Offers and news of our shop, about two texts a month."
              rows={3}
              maxLength={300}
              wide
            />
          </Section>
          <FormFoot>
            <Submit>Create Link</Submit>
            <ButtonLink href={SUBSCRIPTIONS} variant="quiet">
              Cancel
            </ButtonLink>
          </FormFoot>
        </Form>
      </LineAndGroup>
    </>
  );
}
