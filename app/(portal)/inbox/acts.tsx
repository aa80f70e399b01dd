import { ActionButton } from "@/components/form/action-button";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { EnterSends } from "@/components/form/together";
import type { Conversation } from "@/lib/conversations/get";
import type { FormAction } from "@/lib/form-state";
import { letterKey } from "@/lib/web/letter-key";
import { claim, done, hand, release, reopen, take, unread } from "./actions";
import { alongIn, COMPOSER } from "./along";

/** What the viewer can do with a conversation, but for answering. */
export async function Acts({ conversation }: { conversation: Conversation }) {
  const { id: conversationId, isMine, isHeld, closedAt, maySend, mayTakeOver, colleagues } = conversation;
  const fields = { conversationId };
  const of = (act: string, action: FormAction) => ({
    ...{ action, fields },
    once: crypto.randomUUID(),
    along: alongIn(conversation, act),
  });
  return (
    <>
      {maySend && <EnterSends form={COMPOSER} />}
      {maySend && !isMine && !isHeld && !closedAt && (
        <ActionButton {...of("claim", claim)} shortcut={await letterKey("c")}>
          Claim
        </ActionButton>
      )}
      {isMine && !closedAt && <ActionButton {...of("release", release)}>Release</ActionButton>}
      {maySend && !isHeld && !closedAt && colleagues.length > 0 && <HandOver {...{ conversationId, colleagues }} />}
      {mayTakeOver && <ActionButton {...of("take", take)}>Take over</ActionButton>}
      {maySend && !isHeld && !closedAt && (
        <ActionButton {...of("done", done)} shortcut={await letterKey("e")}>
          Done
        </ActionButton>
      )}
      {maySend && closedAt && <ActionButton {...of("reopen", reopen)}>Reopen</ActionButton>}
      <ActionButton {...of("unread", unread)} variant="quiet" shortcut={await letterKey("u")}>
        Mark unread
      </ActionButton>
    </>
  );
}

type Handing = { conversationId: string; colleagues: Conversation["colleagues"] };

/** The browser opens it, with or without a script. */
function HandOver({ conversationId, colleagues }: Handing) {
  const id = `hand-over-${conversationId}`;
  return (
    <div>
      <button type="button" className="btn" popoverTarget={id}>
        Hand over
      </button>
      <div id={id} popover="auto" className="dialog">
        <Form
          action={hand}
          name="hand-over"
          once={crypto.randomUUID()}
          fields={{ conversationId }}
          along={{ form: COMPOSER, act: "hand-over" }}
        >
          <SelectField
            name="memberId"
            label="Colleague"
            empty="Choose a colleague"
            options={colleagues.map((each) => ({ value: each.id, label: each.name }))}
          />
          <div>
            <Submit>Hand over</Submit>
          </div>
        </Form>
      </div>
    </div>
  );
}
