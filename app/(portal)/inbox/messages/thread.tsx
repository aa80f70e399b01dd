import type { ReactNode } from "react";
import type { ThreadMessage } from "@/lib/conversations/get";
import type { Eyes } from "@/lib/text/eyes";
import { saidTime, timeWords } from "@/lib/text/time-words";
import { MediaLinks } from "./media-links";
import { type MessageLine, Messages } from "./messages";
import { stateWords } from "./state-words";

type Props = {
  messages: readonly ThreadMessage[];
  contact: string;
  eyes: Eyes;
  /** What can still be done about a text of ours. */
  decide: (message: ThreadMessage) => ReactNode;
};

/** What was said, by days, as the reader's zone has them. */
export function Thread({ messages, contact, eyes, decide }: Props) {
  const dayOf = ({ at }: ThreadMessage) => timeWords(at, eyes).day;
  const lines = messages.map((message, at): MessageLine => {
    const [before, day, acts] = [messages[at - 1], dayOf(message), decide(message)];
    const isFirst = before === undefined || dayOf(before) !== day;
    return { ...messageLine(message, contact, eyes), ...(isFirst && { day }), ...(acts && { acts }) };
  });
  return <Messages lines={lines} />;
}

function messageLine(message: ThreadMessage, contact: string, eyes: Eyes): MessageLine {
  const { id, kind, direction, body, author, shownAt, media, sendAt } = message;
  const at = saidTime(message.at, eyes, "clock");
  if (kind === "event") return { id, look: kind, lead: `${author} ${body} · `, at };
  const state = direction === "out" ? stateWords(message, eyes.now) : null;
  const waits = sendAt && sendAt > eyes.now && state === "Queued";
  const who = direction === "in" ? contact : (author ?? "Somebody who has left");
  return {
    ...{ id, look: kind === "note" ? kind : (direction ?? "in"), at },
    lead: `${kind === "note" ? `Note by ${who}` : who} · ${message.isTest ? "Test · " : ""}`,
    ...((body !== "" || !media) && { body }),
    ...(media && { media: <MediaLinks messageId={id} types={media} /> }),
    ...(shownAt && { shown: saidTime(shownAt, eyes) }),
    ...(waits ? { leaves: saidTime(sendAt, eyes) } : state && { state }),
  };
}
