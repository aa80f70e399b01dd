import type { Metadata } from "next";
import { cache } from "react";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { holdsEverywhere } from "@/lib/access/can";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { inputOf } from "@/lib/contacts/fields/field-values";
import { type ContactField, listContactFields } from "@/lib/contacts/fields/list";
import { type ContactDetails, getContact } from "@/lib/contacts/get";
import { shownName } from "@/lib/contacts/shown-name";
import { formatNumber } from "@/lib/numbers/format-number";
import { asLeft } from "@/lib/web/as-left";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { edit } from "../actions";
import { ContactFields } from "../contact-form";
import { CONTACT_FORM } from "./along";
import { Consent } from "./consent";
import { Conversations } from "./conversations";
import { DeleteContact } from "./delete-contact";
import { Details } from "./details";
import { EraseContact } from "./erase-contact";
import { Groups } from "./groups";
import { Merge } from "./merge";

type Props = { params: Promise<{ contactId: string }> };

const load = cache(async (id: string) => {
  const viewer = await requireViewer("messages.read");
  return { viewer, contact: (await getContact(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contact } = await load((await params).contactId);
  return { title: shownName(contact) };
}

export default async function ContactPage({ params }: Props) {
  const { viewer, contact } = await load((await params).contactId);
  const { manages, name, phone } = contact;
  const own = await listContactFields(viewer);
  return (
    <>
      <PageHeader
        title={shownName(contact)}
        subtitle={name === phone ? undefined : formatNumber(phone)}
        back={{ href: await asLeft(CONTACTS), label: "Contacts" }}
      />
      {manages ? <Edit contact={contact} own={own} /> : <Details contact={contact} own={own} />}
      <Groups viewer={viewer} contact={contact} />
      <Consent viewer={viewer} contact={contact} />
      <Conversations viewer={viewer} contact={contact} />
      {manages && <Merge viewer={viewer} contact={contact} />}
      {manages && <DeleteContact contact={contact} />}
      {holdsEverywhere(viewer, "contacts.manage") && <EraseContact contact={contact} />}
    </>
  );
}

function Edit({ contact, own }: { contact: ContactDetails; own: readonly ContactField[] }) {
  const { id, firstName, lastName, phone, revision, timeZone, hasTalk, otherNames } = contact;
  const values = {
    ...{ firstName, lastName, phone: formatNumber(phone), otherNames: otherNames.join("\n") },
    email: contact.email ?? "",
    company: contact.company ?? "",
    timeZone: timeZone ?? "",
    notes: contact.notes ?? "",
    ...Object.fromEntries(own.map(({ key }) => [inputOf(key), contact.fieldValues[key] ?? ""])),
  };
  return (
    <Section title="Contact" sentence="Everybody who sees this contact sees what is written here.">
      <Form
        id={CONTACT_FORM}
        together="forms"
        action={edit}
        name="contact"
        once={crypto.randomUUID()}
        values={values}
        version={revision}
        className="form wide"
      >
        <input type="hidden" name="contactId" value={id} />
        <Revision now={revision} page={`${CONTACTS}/${id}`} />
        <ContactFields own={own} zone={timeZone} fixedPhone={hasTalk} />
        <div>
          <Submit>Save</Submit>
        </div>
      </Form>
    </Section>
  );
}
