import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { CONTACT_GROUPS } from "@/lib/contacts/groups/contact-groups-query";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";

export const metadata: Metadata = { title: "New contact group" };

export default async function NewContactGroupPage() {
  await requireViewer("contacts.manage");
  return (
    <>
      <PageHeader title="New contact group" back={{ href: CONTACT_GROUPS, label: "Contact groups" }} />
      <Section title="Group" sentence="A list of contacts, such as Regulars. Who is in it is chosen from the contacts.">
        <Form action={add} once={crypto.randomUUID()} className="form wide">
          <Field name="name" label="Name" maxLength={80} autoComplete="off" />
          <div className="flex flex-wrap gap-2">
            <Submit>Add Group</Submit>
            <ButtonLink href={CONTACT_GROUPS} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </Section>
    </>
  );
}
