import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Segments } from "@/components/form/segments";
import { Submit } from "@/components/form/submit";
import { edit } from "../actions";

type Props = { number: { id: string; label: string; status: string } };

export function EditNumberForm({ number }: Props) {
  return (
    <Section title="SMS number" sentence="A disabled number is offered to nobody new; who has it keeps it.">
      <Form action={edit} once={crypto.randomUUID()} values={{ label: number.label, status: number.status }}>
        <input type="hidden" name="numberId" value={number.id} />
        <Field name="label" label="Label" />
        <Segments
          name="status"
          legend="Status"
          options={[
            { value: "Active", label: "Active", tone: "good" },
            { value: "Disabled", label: "Disabled", tone: "off" },
          ]}
        />
        <div>
          <Submit>Save</Submit>
        </div>
      </Form>
    </Section>
  );
}
