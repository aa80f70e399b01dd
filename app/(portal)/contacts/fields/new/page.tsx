import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { holdsEverywhere } from "@/lib/access/can";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";
import { CONTACT_FIELDS } from "../address";

export const metadata: Metadata = { title: "New Contact Field" };

export default async function NewContactFieldPage() {
  const viewer = await requireViewer("contacts.manage");
  if (!holdsEverywhere(viewer, "contacts.manage")) await forbidden(viewer);
  return (
    <>
      <PageHeader title="New Contact Field" back={{ href: CONTACT_FIELDS, label: "Contact Fields" }} />
      <Section
        title="Field"
        sentence="What you note of each contact, such as Plan or Renewal. Files fill it by a column of that heading, and campaigns say it."
      >
        <Form action={add} once={crypto.randomUUID()} className="form wide">
          <Field name="name" label="Name" maxLength={40} autoComplete="off" />
          <div className="flex flex-wrap gap-2">
            <Submit>Add Field</Submit>
            <ButtonLink href={CONTACT_FIELDS} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </Section>
    </>
  );
}
