import { allProducts, allRoles } from "@/lib/access/permissions";
import type { ThreadMessage } from "@/lib/conversations/get";
import type { ConversationRow } from "@/lib/conversations/list";
import type { MemberRow } from "@/lib/members/list/list-members";

const at = new Date("2026-10-12T16:14:00Z");
/** Found by their place, not by name: which roles there are is no matter of looks. */
const roles = allRoles.slice(-3).map((role, nth) => ({ role, group: nth === 0 ? null : "West" }));

const person = {
  ...{ roles: roles.slice(0, 1), products: allProducts, lines: 3, status: "Active" as const, atHome: true },
  ...{ lastLoginAt: at.toISOString(), invitation: null, askedAgain: false, isUnchecked: false, mail: null },
};

const pending = { ...person, status: "Pending" as const, username: null, lines: 0, lastLoginAt: null };

/** One of each status, and words that are too long. */
export const people: readonly MemberRow[] = [
  { ...person, id: "1", name: "Ana Silva", email: "ana@harbour.example", username: "ana" },
  {
    ...{ ...person, id: "2", name: "Maximiliane Oberhauser-Wetterstein", username: "maximiliane.oberhauser", roles },
    ...{ email: "maximiliane.oberhauser@northern-harbour-dental.example", products: allProducts.slice(0, 2) },
  },
  {
    ...{ ...pending, id: "3", name: "Ben Ortiz", email: "ben@harbour.example" },
    invitation: { expiresAt: at.toISOString(), expired: true },
  },
  {
    ...{ ...pending, id: "4", name: "Cara Novak", email: "cara@harbour.example", products: [] },
    ...{ invitation: { expiresAt: at.toISOString(), expired: true }, mail: { state: "bounced", reason: null } },
  },
  { ...person, id: "5", name: "Dele Adeyemi", email: "dele@elsewhere.example", username: "dele", atHome: false },
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
  ...{ shownAt: null, media: null, isTest: false, hasWay: true, parkedAt: null, sendAt: null },
};

const ours: Said = { ...said, direction: "out", author: "Ana Silva" };

export const messages: readonly ThreadMessage[] = [
  { ...said, id: "1", body: "Could I come on Tuesday instead?" },
  { ...said, id: "2", body: "At three?", shownAt: new Date("2026-10-12T16:41:00Z") },
  { ...ours, id: "3", body: "You can. See you on Tuesday at three.", state: "delivered" },
  { ...ours, id: "4", body: "It is on the second floor.", state: "queued" },
  { ...ours, id: "5", body: "The lift is on the left.", state: "failed", errorCode: 30003 },
  { ...ours, id: "6", body: "Ring twice.", state: "sent", parkedAt: at },
  { ...ours, id: "7", kind: "note", direction: null, body: "She was here in March." },
  { ...ours, id: "8", kind: "event", direction: null, body: "claimed the conversation" },
];
