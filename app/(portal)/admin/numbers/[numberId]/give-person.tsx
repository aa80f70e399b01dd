import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { give } from "../actions";

/** Adds one person. It stands beside Save on this page, so it is a second, quieter button. */
export function GivePerson({ number }: { number: { id: string } }) {
  return (
    <Form action={give} name="give-person" once={crypto.randomUUID()} className="form inline-form">
      <input type="hidden" name="numberId" value={number.id} />
      <Field name="person" label="Username or email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <Submit variant="secondary">Add</Submit>
    </Form>
  );
}
