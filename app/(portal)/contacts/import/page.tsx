import type { Metadata } from "next";
import { Checks } from "@/components/form/fields/checks";
import { Field } from "@/components/form/fields/field";
import { FileField } from "@/components/form/fields/file-field";
import { TextArea } from "@/components/form/fields/text-area";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { listContactFields } from "@/lib/contacts/fields/list";
import { FILE_TOO_LARGE, MOST_CONTACTS, MOST_FILE_BYTES } from "@/lib/contacts/import/read-file";
import { offer } from "@/lib/pick/offer";
import { figureIn } from "@/lib/text/figure";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { preview } from "./actions";
import { Columns } from "./columns";

export const metadata: Metadata = { title: "Import Contacts" };

export default async function ImportContactsPage() {
  const viewer = await requireViewer("contacts.manage");
  const [groups, own] = await Promise.all([offer(viewer, { from: "contact-groups" }), listContactFields(viewer)]);
  return (
    <>
      <PageHeader
        title="Import Contacts"
        subtitle="A list from any program. First you see what becomes of each row."
        back={{ href: await asLeft(CONTACTS), label: "Contacts" }}
      />
      <Form action={preview} once={crypto.randomUUID()} className="form-sections">
        <Section title="Contacts" sentence="Choose a file, or paste rows instead.">
          <FileField
            name="file"
            label="CSV file"
            hint={`A list saved as CSV or text, or contact cards (.vcf), of up to ${figureIn(viewer.locale)(MOST_CONTACTS)} contacts.`}
            accept=".csv,.txt,.tsv,.tab,.vcf,text/csv,text/plain,text/tab-separated-values,text/vcard"
            most={{ bytes: MOST_FILE_BYTES, says: FILE_TOO_LARGE }}
          />
          <TextArea
            name="rows"
            label="Rows"
            hint="In place of a file: the cells of a spreadsheet with their headings, or phone numbers, one a line."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            wide
          />
          <Columns own={own} />
        </Section>
        <Section
          title="For all of them"
          sentence="A row of the list can name further groups, and say otherwise about consent."
        >
          <PickerField name="group" label="Contact group" offer={groups} empty="None" optional />
          <Checks
            name="agreed"
            legend="Consent"
            options={[{ value: "on", label: "These people agreed to get texts" }]}
          />
          <Field
            name="how"
            label="How they agreed"
            hint="Kept with your name for each of them: on a form at the desk, on our website."
            maxLength={300}
            autoComplete="off"
            optional
          />
        </Section>
        <FormFoot>
          <Submit>Preview</Submit>
          <Cancel href={await asLeft(CONTACTS)} />
          <p className="small">Nothing is written before you confirm it there. Who has opted out stays so.</p>
        </FormFoot>
      </Form>
    </>
  );
}
