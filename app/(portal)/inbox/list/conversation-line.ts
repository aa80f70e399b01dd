import { shownName } from "@/lib/contacts/shown-name";
import type { ConversationRow } from "@/lib/conversations/list";
import type { Eyes } from "@/lib/text/eyes";
import { type SaidTime, saidTime } from "@/lib/text/time-words";

/** One conversation as the list says it, in words ready to be drawn. */
export type ConversationLine = {
  id: string;
  name: string;
  preview: string;
  at: SaidTime;
  line: string;
  /** Who has it; null: nobody. */
  holder: string | null;
  isMine: boolean;
  isUnread: boolean;
};

export const conversationLine = (row: ConversationRow, eyes: Eyes): ConversationLine => ({
  ...{ id: row.id, line: row.line, isMine: row.isMine, isUnread: row.isUnread },
  name: shownName(row),
  preview: row.preview || "No texts yet",
  at: saidTime(row.at, eyes),
  holder: row.isMine ? "You" : row.holder,
});
