"use client";

import { Moment } from "@/app/moment";
import { Pill } from "@/components/ui/pill";
import type { ConversationLine } from "./conversation-line";

type Props = {
  label: string;
  lines: readonly ConversationLine[];
  /** What the list is asked for, as its address says it: it stays so beside what is opened. */
  asked: string;
  /** Which is open beside the list. */
  current: string | undefined;
};

/**
 * Whom each is with, the first words, when, on which line, and who has it. Drawn on the client's side of React: a server
 * component would send each row twice, as HTML and as markup in the payload.
 */
export const Conversations = ({ label, lines, asked, current }: Props) => (
  <ul className="conversations" aria-label={label}>
    {lines.map((line) => row(line, asked, line.id === current))}
  </ul>
);

/** What may be cut is whole on hover; most names and lines are short, and say so once. */
const whole = (words: string) => words.length > 16 && { title: words };

const row = (
  { id, name, preview, at, line, holder, isMine, isUnread }: ConversationLine,
  asked: string,
  isOpen: boolean,
) => (
  <li key={id} className="conversation border-line not-first:border-t">
    <a
      href={`/inbox/${id}${asked}`}
      aria-current={isOpen ? "true" : undefined}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5 aria-[current]:shadow-[inset_2px_0_var(--accent)]"
    >
      <span className={`flex min-w-0 items-center gap-2 ${isUnread ? "font-semibold" : "font-medium"}`}>
        {isUnread && (
          <span className="size-2 flex-none rounded-full bg-accent">
            <span className="sr-only">Unread</span>
          </span>
        )}
        <span className="truncate" {...whole(name)}>
          {name}
        </span>
      </span>
      <span className="justify-self-end text-small text-ink-2">
        <Moment said={at} />
      </span>
      <span className="col-span-2 truncate text-ink-2" {...whole(preview)}>
        {preview}
      </span>
      <span className="col-span-2 flex items-center gap-3">
        <span className="min-w-2/5 grow truncate text-small text-ink-3" {...whole(line)}>
          {line}
        </span>
        {holder && (
          <span className="flex min-w-0 *:min-w-0" {...whole(holder)}>
            <Pill tone={isMine ? "good" : "off"}>
              <span className="truncate">{holder}</span>
            </Pill>
          </span>
        )}
      </span>
    </a>
  </li>
);
