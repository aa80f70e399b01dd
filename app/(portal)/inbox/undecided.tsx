import { ActionButton } from "@/components/form/action-button";
import { again, leave } from "./actions";

/** Nobody can tell whether it arrived: a person says what becomes of it. */
export function Undecided(text: { conversationId: string; messageId: string }) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <ActionButton action={again} once={crypto.randomUUID()} fields={text} size="small">
        Send again
      </ActionButton>
      <ActionButton action={leave} once={crypto.randomUUID()} fields={text} size="small" variant="quiet">
        Leave it
      </ActionButton>
    </div>
  );
}
