import { Section } from "@/components/form/section";
import { Confirm } from "@/components/ui/confirm";
import type { Group } from "@/lib/groups/get";
import { remove } from "../actions";
import { along } from "./along";

/** Only an empty group can go; otherwise it is said what is in it. */
export function RemoveSection({ group }: { group: Group }) {
  if (group.inside)
    return (
      <Section title="Remove Group" sentence="Only an empty group can be removed.">
        <p className="wide">
          There is still something in {group.name}: {group.inside}. Once that is elsewhere, the group can be removed.
        </p>
      </Section>
    );
  return (
    <Section title="Remove Group" sentence="Nobody and no number is in it.">
      <Confirm
        verb="Remove"
        question={`Are you sure you want to remove ${group.name}?`}
        action={remove}
        once={crypto.randomUUID()}
        fields={{ groupId: group.id }}
        along={along(group, "remove")}
      >
        <p>It is gone from all lists. What happened in it stays in the activity log.</p>
      </Confirm>
    </Section>
  );
}
