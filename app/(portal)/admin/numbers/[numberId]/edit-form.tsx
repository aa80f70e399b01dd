import { Field } from "@/components/form/fields/field";
import { Segments } from "@/components/form/fields/segments";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import type { Offer } from "@/lib/pick/choice";
import { edit } from "../actions";
import { NUMBER_FORM } from "./along";

type Props = {
  number: { id: string; label: string; status: string; groupId: string; revision: number };
  groups: Offer;
};

export function EditNumberForm({ number, groups }: Props) {
  const values = { label: number.label, status: number.status, groupId: number.groupId };
  return (
    <Section title="SMS number" sentence="A disabled number is offered to nobody new; who has it keeps it.">
      <Form
        id={NUMBER_FORM}
        together="forms"
        action={edit}
        once={crypto.randomUUID()}
        values={values}
        version={number.revision}
        className="form wide"
      >
        <input type="hidden" name="numberId" value={number.id} />
        <Revision now={number.revision} page={`/admin/numbers/${number.id}`} />
        <div className="section-fields">
          <Field name="label" label="Label" />
          <PickerField name="groupId" label="Group" offer={groups} />
          <Segments
            name="status"
            legend="Status"
            options={[
              { value: "Active", label: "Active", tone: "good" },
              { value: "Disabled", label: "Disabled", tone: "off" },
            ]}
          />
        </div>
        <div>
          <Submit>Save</Submit>
        </div>
      </Form>
    </Section>
  );
}
