import { ActionButton } from "@/components/form/action-button";
import { take } from "../actions";
import { along } from "./along";

type Props = { numberId: string; person: { id: string; name: string } };

/** Takes one person off the number, the last one too: their row warns before, the message after, and it can be undone. */
export const TakeButton = ({ numberId, person }: Props) => (
  <ActionButton
    action={take}
    once={crypto.randomUUID()}
    fields={{ numberId, memberId: person.id }}
    along={along("take")}
    size="small"
    label={`Remove ${person.name}`}
  >
    Remove
  </ActionButton>
);
