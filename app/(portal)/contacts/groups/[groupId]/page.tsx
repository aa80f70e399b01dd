import type { Metadata } from "next";
import { cache } from "react";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { CONTACT_GROUPS, contactsIn } from "@/lib/contacts/groups/contact-groups-query";
import { getContactGroup } from "@/lib/contacts/groups/list";
import { figures } from "@/lib/web/figures";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { remove, rename } from "../actions";

type Props = { params: Promise<{ groupId: string }> };

const load = cache(async (id: string) => {
  const viewer = await requireViewer("contacts.manage");
  return (await getContactGroup(viewer, id)) ?? (await forbidden(viewer));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).groupId)).name };
}

export default async function ContactGroupPage({ params }: Props) {
  const { id, name, count, revision, isWhole } = await load((await params).groupId);
  const figure = await figures();
  return (
    <>
      <PageHeader
        title={name}
        subtitle={`${figure(count)} ${count === 1 ? "contact" : "contacts"}.`}
        back={{ href: CONTACT_GROUPS, label: "Contact groups" }}
        actions={<ButtonLink href={contactsIn(id)}>See the contacts</ButtonLink>}
      />
      {!isWhole && (
        <Section title="Group">
          <p className="wide">
            There are contacts in it that you don’t manage. An Admin of your company can rename or remove it.
          </p>
        </Section>
      )}
      {isWhole && (
        <Section title="Group" sentence="The name stands wherever the group can be chosen.">
          <Form
            id="rename"
            together="acts"
            action={rename}
            name="rename"
            once={crypto.randomUUID()}
            values={{ name }}
            className="form wide"
          >
            <input type="hidden" name="groupId" value={id} />
            <Revision now={revision} page={`${CONTACT_GROUPS}/${id}`} />
            <Field name="name" label="Name" maxLength={80} autoComplete="off" />
            <div>
              <Submit>Save</Submit>
            </div>
          </Form>
        </Section>
      )}
      {isWhole && (
        <Section title="Remove Group" sentence="Who is in it stays a contact.">
          <Confirm
            verb="Remove"
            question={`Are you sure you want to remove ${name}?`}
            action={remove}
            once={crypto.randomUUID()}
            fields={{ groupId: id }}
            along={{ form: "rename", act: "remove" }}
          >
            <p>
              The list is gone from all filters. Its contacts stay, with all that is known of them. Subscription links
              to it end.
            </p>
          </Confirm>
        </Section>
      )}
    </>
  );
}
