import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SuggestField } from "@/components/pick/suggest-field";
import type { Group } from "@/lib/groups/get";
import { assign } from "../actions";
import { roleName } from "../words";
import { along } from "./along";

/** Somebody who is in the company already; whoever isn't is invited. */
export function AssignUserForm({ group }: { group: Group }) {
  return (
    <div className="print:hidden">
      <h3>Assign user</h3>
      <Form
        action={assign}
        name="assign"
        once={crypto.randomUUID()}
        fields={{ groupId: group.id }}
        along={along(group, "assign")}
        className="form inline-form mt-2 grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto] max-sm:grid-cols-1 max-sm:[&>.contents>.btn]:mt-0"
      >
        <SuggestField name="person" label="Username or email" from="people-managed" />
        <SelectField
          name="role"
          label="Role"
          options={group.roles.map((role) => ({ value: role, label: roleName(role) }))}
          empty="Choose a role"
        />
        <Submit variant="secondary">Assign</Submit>
      </Form>
    </div>
  );
}
