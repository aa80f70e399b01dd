import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { exampleNumber } from "@/lib/numbers/read-number";
import { offer } from "@/lib/pick/offer";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { add } from "../actions";

export const metadata: Metadata = { title: "New Number" };

export default async function NewNumberPage() {
  const viewer = await requireViewer("numbers.manage");
  const groups = await offer(viewer, { from: "groups-for-numbers", chosen: viewer.rootGroupId });
  return (
    <>
      <PageHeader title="New Number" back={{ href: await asLeft("/admin/numbers"), label: "Numbers" }} />
      <Form action={add} once={crypto.randomUUID()} className="form-sections">
        <Section title="SMS number" sentence="One that your company has already. Who has it as a line, you say next.">
          <Field
            name="number"
            label="Number"
            type="tel"
            hint={`Like ${exampleNumber(viewer.country)}, or with + and the country.`}
          />
          <Field name="label" label="Label" hint="What people call it: Front desk, Recalls." />
          <PickerField
            name="groupId"
            label="Group"
            offer={groups}
            defaultValue={groups.choices[0]?.value ?? ""}
            hint="Who manages the numbers of that group manages this one."
          />
        </Section>
        <FormFoot>
          <Submit>Submit</Submit>
          <Cancel href={await asLeft("/admin/numbers")} />
        </FormFoot>
      </Form>
    </>
  );
}
