import { ActionButton } from "@/components/form/action-button";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { Conversation } from "@/lib/conversations/get";
import { letterKey } from "@/lib/web/letter-key";
import { claim, done, hand, release, reopen, take, unread } from "./actions";

/** What the viewer can do with a conversation, but for answering. */
export async function Acts({ conversation }: { conversation: Conversation }) {
  const { id: conversationId, isMine, isHeld, closedAt, maySend, mayTakeOver, colleagues } = conversation;
  const fields = { conversationId };
  const once = () => crypto.randomUUID();
  return (
    <>
      {maySend && !isMine && !isHeld && !closedAt && (
        <ActionButton action={claim} once={once()} fields={fields} shortcut={await letterKey("c")}>
          Claim
        </ActionButton>
      )}
      {isMine && !closedAt && (
        <ActionButton action={release} once={once()} fields={fields}>
          Release
        </ActionButton>
      )}
      {maySend && !isHeld && !closedAt && colleagues.length > 0 && <HandOver {...{ conversationId, colleagues }} />}
      {mayTakeOver && (
        <ActionButton action={take} once={once()} fields={fields}>
          Take over
        </ActionButton>
      )}
      {maySend && !isHeld && !closedAt && (
        <ActionButton action={done} once={once()} fields={fields} shortcut={await letterKey("e")}>
          Done
        </ActionButton>
      )}
      {maySend && closedAt && (
        <ActionButton action={reopen} once={once()} fields={fields}>
          Reopen
        </ActionButton>
      )}
      <ActionButton action={unread} once={once()} fields={fields} variant="quiet" shortcut={await letterKey("u")}>
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
        <Form action={hand} name="hand-over" once={crypto.randomUUID()}>
          <input type="hidden" name="conversationId" value={conversationId} />
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
