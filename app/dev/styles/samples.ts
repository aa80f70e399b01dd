import type { PersonLine } from "@/app/(portal)/admin/users/person-line";
import type { ThreadMessage } from "@/lib/conversations/get";
import type { ConversationRow } from "@/lib/conversations/list";

const at = new Date("2026-10-12T09:14:00Z");
const seen = { at: at.toISOString(), short: "12 Oct, 09:14", exact: "12 Oct 2026, 09:14:00 UTC" };
const person = { roles: "End User", products: "All", lines: "3", status: "Active" as const, seen };

/** One of each status, and words that are too long. */
export const people: readonly PersonLine[] = [
  { ...person, id: "1", name: "Ana Silva", email: "ana@harbour.example", username: "ana", whose: "self" },
  {
    ...{ ...person, id: "2", name: "Maximiliane Oberhauser-Wetterstein", username: "maximiliane.oberhauser" },
    email: "maximiliane.oberhauser@northern-harbour-dental.example",
    roles: "Messaging Agent in West, Sender in North",
    products: "Texting, Campaigns",
  },
  {
    ...{ id: "3", name: "Ben Ortiz", email: "ben@harbour.example", username: "–", roles: "End User", products: "All" },
    ...{ lines: "–", status: "Pending", note: "Invitation expires in 3 h" },
  },
  {
    ...{ id: "4", name: "Cara Novak", email: "cara@harbour.example", username: "–", roles: "Viewer", products: "None" },
    ...{ lines: "–", status: "Pending", note: "Invitation bounced", isBad: true },
  },
  {
    ...{ ...person, id: "5", name: "Dele Adeyemi", email: "dele@elsewhere.example", username: "dele" },
    whose: "guest",
  },
  { ...person, id: "6", name: "李雷", email: "li@harbour.example", username: "lilei", status: "Disabled" },
];

const talk = { phone: "+14155550134", line: "Front desk", at, holder: null, isMine: false, isUnread: false };

export const conversations: readonly ConversationRow[] = [
  { ...talk, id: "1", name: "Marisol Vega", preview: "Could I come on Tuesday instead?", isUnread: true },
  { ...talk, id: "2", name: talk.phone, preview: "Thanks!", holder: "Ana Silva", isMine: true },
  {
    ...{ ...talk, id: "3", name: "Wolfeschlegelsteinhausenbergerdorff Senior", holder: "Benedikt Oberhauser" },
    preview: "One sentence that is so long that no list can show it to its end, however wide the window may be",
  },
];

type Said = Omit<ThreadMessage, "id" | "body">;

const said: Said = {
  ...{ seq: 1, kind: "text" as const, direction: "in" as const, state: null, errorCode: null, author: null, at },
  ...{ shownAt: null, media: null, hasWay: true, parkedAt: null, sendAt: null },
};

const ours: Said = { ...said, direction: "out", author: "Ana Silva" };

export const messages: readonly ThreadMessage[] = [
  { ...said, id: "1", body: "Could I come on Tuesday instead?" },
  { ...said, id: "2", body: "At three?", shownAt: new Date("2026-10-12T09:41:00Z") },
  { ...ours, id: "3", body: "You can. See you on Tuesday at three.", state: "delivered" },
  { ...ours, id: "4", body: "It is on the second floor.", state: "queued" },
  { ...ours, id: "5", body: "The lift is on the left.", state: "failed", errorCode: 30003 },
  { ...ours, id: "6", body: "Ring twice.", state: "sent", parkedAt: at },
  { ...ours, id: "7", kind: "note", direction: null, body: "She was here in March." },
  { ...ours, id: "8", kind: "event", direction: null, body: "claimed the conversation" },
];
