import { ActionButton } from "@/components/form/action-button";
import type { ThreadMessage } from "@/lib/conversations/get";
import { again, dontSend, leave } from "./actions";

type Props = { conversationId: string; message: ThreadMessage; now: Date };

/** Where nobody can tell whether it arrived, a person says what becomes of it; what waits for its time is called off. */
export function Undecided({ conversationId, message: { id, parkedAt, sendAt, state }, now }: Props) {
  const text = { conversationId, messageId: id };
  const waits = state === "queued" && sendAt !== null && sendAt > now;
  if (!parkedAt && !waits) return null;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {waits && (
        <ActionButton action={dontSend} once={crypto.randomUUID()} fields={text} size="small">
          Don't send
        </ActionButton>
      )}
      {parkedAt && (
        <>
          <ActionButton action={again} once={crypto.randomUUID()} fields={text} size="small">
            Send again
          </ActionButton>
          <ActionButton action={leave} once={crypto.randomUUID()} fields={text} size="small" variant="quiet">
            Leave it
          </ActionButton>
        </>
      )}
    </div>
  );
}
