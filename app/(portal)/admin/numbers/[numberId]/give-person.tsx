import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SuggestField } from "@/components/pick/suggest-field";
import { give } from "../actions";
import { along } from "./along";

/** Adds one person. It stands beside Save on this page, so it is a second, quieter button. */
export function GivePerson({ number }: { number: { id: string } }) {
  return (
    <Form
      action={give}
      name="give-person"
      once={crypto.randomUUID()}
      fields={{ numberId: number.id }}
      along={along("give-person")}
      className="form inline-form print:hidden"
    >
      <SuggestField name="person" label="Username or email" from="people-managed" />
      <Submit variant="secondary">Add</Submit>
    </Form>
  );
}
