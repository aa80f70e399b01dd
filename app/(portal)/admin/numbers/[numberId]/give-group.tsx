import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { group } from "../actions";
import { GroupButtons } from "./group-buttons";

type Props = { number: { id: string }; groups: readonly { value: string; label: string }[] };

/** Everybody in a group and under it at once, on to the number or off it. */
export function GiveGroup({ number, groups }: Props) {
  return (
    <Form action={group} name="give-group" once={crypto.randomUUID()} className="form inline-form max-sm:grid-cols-1">
      <input type="hidden" name="numberId" value={number.id} />
      <SelectField
        name="groupId"
        label="Whole group"
        options={groups}
        empty="Choose a group"
        hint="Everybody in it and under it."
      />
      <GroupButtons />
    </Form>
  );
}
