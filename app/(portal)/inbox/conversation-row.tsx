import { Time } from "@/app/time";
import { Pill } from "@/components/ui/pill";
import { shownName } from "@/lib/contacts/shown-name";
import { type InboxQuery, inboxAddress } from "@/lib/conversations/inbox-query";
import type { ConversationRow } from "@/lib/conversations/list";
import type { Eyes } from "@/lib/text/eyes";

type Props = {
  conversation: ConversationRow;
  query: InboxQuery;
  current: boolean;
  eyes: Eyes;
};

/** Whom it is with, the first words, when, on which line, and who has it. */
export function Row({ conversation, query, current, eyes }: Props) {
  const { id, preview, at, line, holder, isMine, isUnread } = conversation;
  return (
    <li className="conversation border-line not-first:border-t">
      <a
        href={inboxAddress({ ...query, from: "first" }, {}, `/inbox/${id}`)}
        aria-current={current ? "true" : undefined}
        className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5 aria-[current]:shadow-[inset_2px_0_var(--accent)]"
      >
        <span className={`flex min-w-0 items-center gap-2 ${isUnread ? "font-semibold" : "font-medium"}`}>
          {isUnread && (
            <span className="size-2 flex-none rounded-full bg-accent">
              <span className="sr-only">Unread</span>
            </span>
          )}
          <span className="truncate">{shownName(conversation)}</span>
        </span>
        <span className="justify-self-end text-small text-ink-2">
          <Time at={at} {...eyes} />
        </span>
        <span className="col-span-2 truncate text-ink-2">{preview || "No texts yet"}</span>
        <span className="truncate self-center text-small text-ink-3">{line}</span>
        <span className="justify-self-end">
          {holder && <Pill tone={isMine ? "good" : "off"}>{isMine ? "You" : holder}</Pill>}
        </span>
      </a>
    </li>
  );
}
