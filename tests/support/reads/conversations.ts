import { getConversation, messagesOf } from "@/lib/conversations/get";
import { allViews, inboxQuery } from "@/lib/conversations/inbox-query";
import { linesFor } from "@/lib/conversations/lines";
import { countConversations, listConversations } from "@/lib/conversations/list";
import { type About, all, type Read } from "./read";

const idsIn = ({ talks }: About) => Object.values(talks).map(({ id }) => id);

/** What is read about conversations and lines of one's own. */
export const CONVERSATION_READS: Record<string, Read> = {
  listConversations: {
    ask: (v) => all(allViews, (view) => listConversations(v, inboxQuery({ view }))),
    search: (v, search) => listConversations(v, inboxQuery({ search })),
  },
  countConversations: {
    ask: (v, { ids }) => all([null, ...ids.numbers], (line) => countConversations(v, line)),
    tells: { nobody: "it counts" },
  },
  getConversation: { ask: (v, about) => all(idsIn(about), (id) => getConversation(v, id)) },
  messagesOf: { ask: (v, about) => all(idsIn(about), (id) => messagesOf(v, id, null)) },
  linesFor: { ask: (v) => linesFor(v, "messages.read") },
};
