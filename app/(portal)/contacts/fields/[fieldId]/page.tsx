import type { Metadata } from "next";
import { cache } from "react";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { Confirm } from "@/components/ui/confirm";
import { holdsEverywhere } from "@/lib/access/can";
import { getContactField } from "@/lib/contacts/fields/list";
import { figures } from "@/lib/web/figures";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { peopleWords } from "../../words";
import { remove, rename } from "../actions";
import { CONTACT_FIELDS } from "../address";
import { Uses } from "./uses";

type Props = { params: Promise<{ fieldId: string }> };

const load = cache(async (id: string) => {
  const viewer = await requireViewer("contacts.manage");
  const field = holdsEverywhere(viewer, "contacts.manage") ? await getContactField(viewer, id) : undefined;
  return field ?? (await forbidden(viewer));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).fieldId)).name };
}

export default async function ContactFieldPage({ params }: Props) {
  const { id, name, count, revision, campaigns } = await load((await params).fieldId);
  const { drafts, begun } = campaigns;
  const said = `${peopleWords(count, await figures())} ${count === 1 ? "has" : "have"} a value.`;
  return (
    <>
      <PageHeader title={name} subtitle={said} back={{ href: CONTACT_FIELDS, label: "Contact Fields" }} />
      <Section
        title="Field"
        sentence={`Campaigns say it as {${name}|…}. With another name, those that are not sent yet say it by that.`}
      >
        <Form action={rename} name="rename" once={crypto.randomUUID()} values={{ name }} className="form wide">
          <input type="hidden" name="fieldId" value={id} />
          <Revision now={revision} page={`${CONTACT_FIELDS}/${id}`} />
          <Field name="name" label="Name" maxLength={40} autoComplete="off" />
          <div>
            <Submit>Save</Submit>
          </div>
        </Form>
      </Section>
      <Section title="Remove Field" sentence="What contacts have in it is gone with it, and can’t be brought back.">
        <div className="wide grid gap-3">
          <Uses uses={begun} says="Campaigns still to be sent say it, so it can’t be removed now:" />
          <Uses uses={drafts} says="These drafts can’t be sent then before their text is changed:" />
          {begun.length === 0 && (
            <Confirm
              verb="Remove"
              question={`Are you sure you want to remove ${name}?`}
              action={remove}
              once={crypto.randomUUID()}
              fields={{ fieldId: id }}
            >
              <p>{said} It is gone from all of them, from files and from forms.</p>
            </Confirm>
          )}
        </div>
      </Section>
    </>
  );
}
