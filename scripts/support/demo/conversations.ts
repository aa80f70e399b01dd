import { v7 } from "uuid";
import type { consentEvents, contacts, conversations, mentions, messages, optOuts, texts } from "@/db/schema";
import { reasonOf } from "@/lib/carrier/codes";
import { tenBusinessDaysAfter } from "@/lib/text/business-days";
import { before, pick } from "./rows";
import { type Talk, talks } from "./talk";
import { talksInAllStates } from "./talk-states";

type Author = { memberId: string; name: string };
type Home = {
  accountId: string;
  admin: Author;
  timeZone: string;
  numberIds: string[];
  authorsOf: (number: number) => Author[];
};
type Message = typeof messages.$inferInsert & { id: string };

/** Contacts, conversations in all states and what was said in them, in turns by those who have the line. */
export function conversationRows(home: Home) {
  const rows = {
    contacts: [] as (typeof contacts.$inferInsert & { id: string })[],
    conversations: [] as (typeof conversations.$inferInsert)[],
    messages: [] as (typeof messages.$inferInsert)[],
    mentions: [] as (typeof mentions.$inferInsert)[],
    texts: [] as (typeof texts.$inferInsert)[],
    optOuts: [] as (typeof optOuts.$inferInsert)[],
    consentEvents: [] as (typeof consentEvents.$inferInsert)[],
  };
  for (const [at, talk] of [...talks, ...talksInAllStates].entries()) {
    const ids = { accountId: home.accountId, conversationId: v7(), numberId: pick(home.numberIds, talk.number) };
    const authors = home.authorsOf(talk.number);
    const contact = contactOf(talk, home);
    const said = talk.lines.map((_, line) =>
      messageOf(talk, line, { ids, author: pick(authors, at + (line > 1 ? 1 : 0)) }),
    );
    rows.contacts.push(contact);
    rows.messages.push(...said);
    rows.conversations.push(threadOf(talk, said, { ids, contactId: contact.id, author: pick(authors, at) }));
    rows.mentions.push(...mentionsOf(said, home));
    rows.texts.push(...wayOf(talk, said, ids));
    if (talk.end === "opted out" || talk.end === "may have opted out") {
      const { optOut, event } = stopOf(talk, said, home);
      rows.optOuts.push(optOut);
      rows.consentEvents.push(event);
    }
  }
  return rows;
}

function contactOf({ contact, phone, hours, end }: Talk, { accountId }: Home) {
  const [firstName = "", ...lastNames] = contact.split(" ");
  const gone = typeof end === "object" &&
    end.unreachable && { unreachableAt: before(hours), unreachableReason: reasonOf(end.failed) };
  return { id: v7(), accountId, firstName, lastName: lastNames.join(" "), phone, ...gone };
}

/** Notes that name the Admin by the first name. */
const mentionsOf = (said: readonly Message[], { admin, accountId }: Home) =>
  said
    .filter(({ kind, body }) => kind === "note" && body.includes(`@${admin.name.split(" ")[0]}`))
    .map(({ conversationId, seq }) => ({ accountId, conversationId, memberId: admin.memberId, seq }));

type Ids = { accountId: string; conversationId: string; numberId: string };

function messageOf(talk: Talk, line: number, { ids, author }: { ids: Ids; author: Author }): Message {
  const words = talk.lines[line] ?? "";
  const [isOurs, isNote] = [words.startsWith("> "), words.startsWith("# ")];
  const by = { authorId: author.memberId, authorName: author.name };
  return {
    ...{ ...ids, id: v7(), seq: line + 1, body: words.replace(/^[>#] /, ""), ...((isOurs || isNote) && by) },
    ...(isNote ? { kind: "note" } : { direction: isOurs ? "out" : "in" }),
    ...(isOurs && { state: "delivered", segments: 1 }),
    ...(isOurs && line === talk.lines.length - 1 && lastOf(talk)),
    at: before(talk.hours + (talk.lines.length - 1 - line) * 0.07),
  };
}

/** How the last text of ours went. */
function lastOf({ end, hours, phone }: Talk): Partial<Message> {
  if (typeof end === "object") return { state: "undelivered", errorCode: end.failed };
  if (end === "no receipt")
    return { state: "sent", carrierId: `SIM${before(hours).getTime()}-${phone.slice(1)}-${v7()}` };
  return end === "can't tell" || end === "later" ? { state: "queued" } : {};
}

type Thread = { ids: Ids; contactId: string; author: Author };

function threadOf(talk: Talk, said: readonly Message[], { ids, contactId, author }: Thread) {
  const { conversationId: id, ...home } = ids;
  const last = (direction: "in" | "out") => said.findLast((each) => each.direction === direction)?.seq ?? 0;
  return {
    ...{ ...home, id, contactId, seq: said.length, inSeq: last("in"), outSeq: last("out") },
    preview: said.findLast((each) => each.direction)?.body ?? "",
    claimedBy: talk.claimed ? author.memberId : null,
    claimedAt: talk.claimed ? before(talk.hours + 1) : null,
    closedAt: talk.end === "done" ? before(talk.hours) : null,
    lastMessageAt: before(talk.hours),
  };
}

/** Of what is not settled: waits for its time, for a decision, or for a receipt. */
function wayOf({ end, hours, phone: toPhone }: Talk, said: readonly Message[], ids: Ids) {
  const last = said.at(-1);
  if (!last || !["later", "can't tell", "no receipt"].includes(String(end))) return [];
  const way = { ...ids, messageId: last.id, seq: last.seq, toPhone };
  if (end === "later") return [{ ...way, sendAt: before(-18), nextAt: before(-18) }];
  if (end === "no receipt") return [{ ...way, carrierId: last.carrierId, nextAt: before(-1) }];
  return [{ ...way, parkedAt: before(hours - 1), unknownSince: before(hours), attempts: 1 }];
}

function stopOf({ phone, hours, end }: Talk, said: readonly Message[], { accountId, timeZone }: Home) {
  const [isSure, last, since] = [end === "opted out", said.at(-1), before(hours)];
  const reviewBy = isSure ? null : tenBusinessDaysAfter(since, timeZone);
  const kind = isSure ? ("out" as const) : ("maybe" as const);
  return {
    optOut: { accountId, phone, since, how: isSure ? ("keyword" as const) : ("words" as const), reviewBy },
    event: {
      accountId,
      phone,
      kind,
      source: "text",
      words: last?.body,
      numberId: last?.numberId,
      messageId: last?.id,
      at: since,
    },
  };
}
