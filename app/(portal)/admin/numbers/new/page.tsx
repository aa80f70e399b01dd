import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { groupsForNumbers } from "@/lib/groups/options";
import { exampleNumber } from "@/lib/numbers/read-number";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";

export const metadata: Metadata = { title: "New Number" };

export default async function NewNumberPage() {
  const viewer = await requireViewer("numbers.manage");
  const groups = await groupsForNumbers(viewer);
  return (
    <>
      <PageHeader title="New Number" back={{ href: "/admin/numbers", label: "Numbers" }} />
      <Form action={add} once={crypto.randomUUID()} className="form-sections">
        <Section title="SMS number" sentence="One that your company has already. Who has it as a line, you say next.">
          <Field
            name="number"
            label="Number"
            type="tel"
            hint={`Like ${exampleNumber(viewer.country)}, or with + and the country.`}
          />
          <Field name="label" label="Label" hint="What people call it: Front desk, Recalls." />
          <SelectField
            name="groupId"
            label="Group"
            options={groups}
            hint="Who manages the numbers of that group manages this one."
          />
        </Section>
        <FormFoot>
          <Submit>Submit</Submit>
          <Cancel href="/admin/numbers" />
        </FormFoot>
      </Form>
    </>
  );
}
