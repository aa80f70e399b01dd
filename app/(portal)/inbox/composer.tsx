import type { ReactNode } from "react";
import { Time } from "@/app/time";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { Tabs } from "@/components/shell/tabs";
import { Notice } from "@/components/ui/notice";
import type { Rule } from "@/lib/auto-replace/replace";
import type { Conversation } from "@/lib/conversations/get";
import { optedOutWords } from "@/lib/conversations/send-text";
import type { Eyes } from "@/lib/text/eyes";
import { letterKey } from "@/lib/web/letter-key";
import { note, send } from "./actions";
import { COMPOSER } from "./along";
import { AnsweredMeanwhile } from "./answered-meanwhile";
import { KeepWords } from "./keep-words";
import { Later } from "./later";
import { MessageField } from "./message-field";
import { NoteField } from "./note-field";
import { UnlessRefused } from "./unless-refused";

/** The tab above it names the field for the eye. It begins with two lines and grows with what is written. */
const FIELD =
  "[&_.field:has(textarea)>.field-head]:sr-only [&_textarea]:field-sizing-content [&_textarea]:max-h-[30dvh] [&_textarea]:min-h-16";
const CARD = `card grid gap-3 p-4 max-sm:gap-2 max-sm:p-3 print:hidden [&>.tabs]:mb-0 [&>form]:gap-3 max-sm:[&>form]:gap-2 ${FIELD}`;

type Props = {
  conversation: Conversation;
  isNote: boolean;
  /** The address of the page that it stands on, with something else said in it. */
  at: (other: Record<string, string>) => string;
  eyes: Eyes;
  rule: Rule | null;
};

/** Where one answers, or leaves a note for colleagues. */
export async function Composer({ conversation, isNote, at, eyes, rule }: Props) {
  const { id, maySend, outSeq, isHeld } = conversation;
  if (!maySend) return null;
  const key = await letterKey("r");
  const hidden = <input type="hidden" name="conversationId" value={id} />;
  return (
    <div className={CARD}>
      <Tabs
        label="Write"
        tabs={[
          { label: "Message", href: at({}), current: !isNote, ...(isNote && { shortcut: key }) },
          { label: "Note", href: at({ compose: "note" }), current: isNote },
        ]}
      />
      {isNote && (
        <Form id={COMPOSER} together="acts" action={note} name="note" once={crypto.randomUUID()}>
          {hidden}
          <KeepWords key={id} form="note" thread={id} seq={conversation.seq} />
          <NoteField colleagues={conversation.colleagues} />
          <div>
            <Submit>Add Note</Submit>
          </div>
        </Form>
      )}
      {!isNote && (
        <Form id={COMPOSER} together="acts" action={send} name="reply" once={crypto.randomUUID()}>
          {hidden}
          <KeepWords key={id} form="reply" thread={id} seq={outSeq} />
          <UnlessRefused instead={whyNothing(conversation, eyes)} isHeld={isHeld}>
            <AnsweredMeanwhile outSeq={outSeq} isHeld={isHeld} />
            <MessageField rows={3} aria-keyshortcuts={key} rule={rule} />
            <div className="flex flex-wrap items-start gap-3">
              <Submit says={{ name: "now", value: "yes" }}>Send</Submit>
              <Later conversation={conversation} eyes={eyes} />
            </div>
          </UnlessRefused>
        </Form>
      )}
    </div>
  );
}

/** Why nothing can be sent, in place of the field. */
function whyNothing(conversation: Conversation, eyes: Eyes): ReactNode {
  const { hasOptedOut, isHeld, holder, claimedAt } = conversation;
  if (hasOptedOut) return <Notice tone="wait">{optedOutWords(conversation)}</Notice>;
  if (!isHeld) return null;
  return (
    <Notice>
      {holder} has this conversation
      {claimedAt && (
        <>
          {" "}
          since <Time at={claimedAt} {...eyes} />
        </>
      )}
      .
    </Notice>
  );
}
