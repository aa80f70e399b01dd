import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { listContactFields } from "@/lib/contacts/fields/list";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";
import { ContactFields } from "../contact-form";

export const metadata: Metadata = { title: "New Contact" };

export default async function NewContactPage() {
  const own = await listContactFields(await requireViewer("contacts.manage"));
  return (
    <>
      <PageHeader title="New Contact" back={{ href: await asLeft(CONTACTS), label: "Contacts" }} />
      <Section
        title="Contact"
        sentence="A customer and their telephone. Without a name they are called by their number."
      >
        <Form action={add} once={crypto.randomUUID()} className="form wide">
          <ContactFields own={own} />
          <div>
            <Submit>Submit</Submit>
          </div>
        </Form>
      </Section>
    </>
  );
}
