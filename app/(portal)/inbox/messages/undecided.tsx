import { ActionButton } from "@/components/form/action-button";
import type { ThreadMessage } from "@/lib/conversations/get";
import { again, dontSend, leave } from "../actions";
import { COMPOSER } from "../along";

type Props = { conversationId: string; message: ThreadMessage; now: Date };

/** Where nobody can tell whether it arrived, a person says what becomes of it; what waits for its time is called off. */
export function Undecided({ conversationId, message: { id, parkedAt, sendAt, state }, now }: Props) {
  const of = (act: string) => ({
    once: crypto.randomUUID(),
    fields: { conversationId, messageId: id },
    size: "small" as const,
    along: { form: COMPOSER, act },
  });
  const waits = state === "queued" && sendAt !== null && sendAt > now;
  if (!parkedAt && !waits) return null;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {waits && (
        <ActionButton action={dontSend} {...of("dont-send")}>
          Don't send
        </ActionButton>
      )}
      {parkedAt && (
        <>
          <ActionButton action={again} {...of("again")}>
            Send again
          </ActionButton>
          <ActionButton action={leave} {...of("leave")} variant="quiet">
            Leave it
          </ActionButton>
        </>
      )}
    </div>
  );
}
