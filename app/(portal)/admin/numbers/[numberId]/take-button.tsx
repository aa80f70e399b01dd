import { ActionButton } from "@/components/form/action-button";
import { Confirm } from "@/components/ui/confirm";
import { take } from "../actions";
import { along } from "./along";

type Props = { numberId: string; person: { id: string; name: string }; isLast: boolean };

/** Takes one person off the number; asked twice where nobody would be left. */
export function TakeButton({ numberId, person, isLast }: Props) {
  const act = {
    action: take,
    once: crypto.randomUUID(),
    fields: { numberId, memberId: person.id },
    along: along("take"),
  };
  const label = `Remove ${person.name}`;
  if (!isLast)
    return (
      <ActionButton {...act} size="small" label={label}>
        Remove
      </ActionButton>
    );
  return (
    <div className="min-w-0 flex-none">
      <Confirm {...act} verb="Remove" size="small" label={label} question="Nobody will have access to this number">
        <p>
          {person.name} is the last one who may text from it. What customers send to it is kept, but nobody can read or
          answer it until you add somebody.
        </p>
      </Confirm>
    </div>
  );
}
