import { Form } from "@/components/form/form";
import { PickerField } from "@/components/pick/picker-field";
import type { Offer } from "@/lib/pick/choice";
import { group } from "../actions";
import { along } from "./along";
import { GroupButtons } from "./group-buttons";

type Props = { number: { id: string }; groups: Offer };

/** Everybody in a group and under it at once, on to the number or off it. */
export function GiveGroup({ number, groups }: Props) {
  return (
    <Form
      action={group}
      name="give-group"
      once={crypto.randomUUID()}
      fields={{ numberId: number.id }}
      along={along("give-group")}
      className="form inline-form max-sm:grid-cols-1 print:hidden"
    >
      <PickerField
        name="groupId"
        label="Whole group"
        offer={groups}
        empty="Choose a group"
        hint="Everybody in it and under it."
      />
      <GroupButtons />
    </Form>
  );
}
