import type { ReactNode } from "react";
import { Time } from "@/app/time";
import type { ThreadMessage } from "@/lib/conversations/get";
import type { Eyes } from "@/lib/text/eyes";
import { timeWords } from "@/lib/text/time-words";
import { MediaLinks } from "./media-links";
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
  const isFirst = (at: number) => {
    const [before, here] = [messages[at - 1], messages[at]];
    return here !== undefined && (before === undefined || dayOf(before) !== dayOf(here));
  };
  return (
    <ol className="grid gap-3" aria-label="Messages">
      {messages.map((message, at) => (
        <li key={message.id} className={`message message-${look(message)}`}>
          {isFirst(at) && (
            <h2 className="mt-2 mb-1 justify-self-center text-small font-semibold text-ink-2">{dayOf(message)}</h2>
          )}
          <Message message={message} contact={contact} eyes={eyes} />
          {decide(message)}
        </li>
      ))}
    </ol>
  );
}

const look = ({ kind, direction }: ThreadMessage) => (kind === "text" ? (direction ?? "in") : kind);

function Message({ message, contact, eyes }: { message: ThreadMessage; contact: string; eyes: Eyes }) {
  const { kind, direction, body, author, at, shownAt } = message;
  const time = <Time at={at} {...eyes} isClock />;
  if (kind === "event")
    return (
      <p className="text-small text-ink-2">
        {author} {body} · {time}
      </p>
    );
  const state = direction === "out" ? stateWords(message, eyes.now) : null;
  const waits = message.sendAt && message.sendAt > eyes.now && state === "Queued" ? message.sendAt : null;
  const who = direction === "in" ? contact : (author ?? "Somebody who has left");
  return (
    <>
      {(body !== "" || !message.media) && <p className="bubble">{body}</p>}
      {message.media && <MediaLinks messageId={message.id} types={message.media} />}
      <p className="text-small text-ink-2">
        {kind === "note" ? `Note by ${who}` : who} · {message.isTest && "Test · "}
        {shownAt ? (
          <>
            Received {time}, shown <Time at={shownAt} {...eyes} />
          </>
        ) : (
          time
        )}
        {state && (
          <>
            {" · "}
            <span className={state.startsWith("Failed") ? "text-bad" : undefined}>
              {waits ? (
                <>
                  Goes out <Time at={waits} {...eyes} />
                </>
              ) : (
                state
              )}
            </span>
          </>
        )}
      </p>
    </>
  );
}
