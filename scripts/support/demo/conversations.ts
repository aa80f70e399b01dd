import { v7 } from "uuid";
import type { consentEvents, contacts, conversations, mentions, messages, optOuts, texts } from "@/db/schema";
import { reasonOf } from "@/lib/carrier/codes";
import { tenBusinessDaysAfter } from "@/lib/text/business-days";
import { firstAnswer, type Office } from "./month";
import { before, pick } from "./rows";
import { type Talk, talks } from "./talk";
import { talksInAllStates } from "./talk-states";
import type { Author } from "./threads";
import { workingHoursAgo } from "./working-days";

type Home = { accountId: string; admin: Author; timeZone: string; office: Office };
type Message = typeof messages.$inferInsert & { id: string; at: Date };

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
  const { numberIds, authorsOf } = home.office;
  for (const [at, talk] of [...talks, ...talksInAllStates].entries()) {
    const ids = { accountId: home.accountId, conversationId: v7(), numberId: pick(numberIds, talk.number) };
    const authors = authorsOf(talk.number);
    const moments = momentsOf(talk, at, home.office);
    const said = talk.lines.map((_, line) =>
      messageOf(talk, line, { ids, author: pick(authors, at + (line > 1 ? 1 : 0)), at: pick(moments, line) }),
    );
    const contact = contactOf(talk, home, said);
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

/** In working hours, of which a day has eight and a night none. */
const WORKING_HOURS = 1 / 3;

/** When each of its lines was said, the last one so many hours ago. */
const momentsOf = ({ hours, lines }: Talk, seed: number, { days, now }: Office): Date[] =>
  lines.map((_, line) => {
    const minutes = lines.slice(line + 1).reduce((sum, _, later) => sum + firstAnswer(seed * 5 + line + later), 0);
    return workingHoursAgo(hours * WORKING_HOURS + minutes / 60, days, now);
  });

function contactOf({ contact, phone, end }: Talk, { accountId }: Home, said: readonly Message[]) {
  const [firstName = "", ...lastNames] = contact.split(" ");
  const gone = typeof end === "object" &&
    end.unreachable && { unreachableAt: said.at(-1)?.at, unreachableReason: reasonOf(end.failed) };
  return { id: v7(), accountId, firstName, lastName: lastNames.join(" "), phone, createdAt: said[0]?.at, ...gone };
}

/** Notes that name the Admin by the first name. */
const mentionsOf = (said: readonly Message[], { admin, accountId }: Home) =>
  said
    .filter(({ kind, body }) => kind === "note" && body.includes(`@${admin.name.split(" ")[0]}`))
    .map(({ conversationId, seq }) => ({ accountId, conversationId, memberId: admin.memberId, seq }));

type Ids = { accountId: string; conversationId: string; numberId: string };

type Line = { ids: Ids; author: Author; at: Date };

function messageOf(talk: Talk, line: number, { ids, author, at }: Line): Message {
  const words = talk.lines[line] ?? "";
  const [isOurs, isNote] = [words.startsWith("> "), words.startsWith("# ")];
  const by = { authorId: author.memberId, authorName: author.name };
  return {
    ...{ ...ids, id: v7(), seq: line + 1, body: words.replace(/^[>#] /, ""), ...((isOurs || isNote) && by) },
    ...(isNote ? { kind: "note" } : { direction: isOurs ? "out" : "in" }),
    ...(isOurs && { state: "delivered", segments: 1 }),
    ...(isOurs && line === talk.lines.length - 1 && lastOf(talk, at)),
    at,
  };
}

/** How the last text of ours went. */
function lastOf({ end, phone }: Talk, at: Date): Partial<Message> {
  if (typeof end === "object") return { state: "undelivered", errorCode: end.failed };
  if (end === "no receipt") return { state: "sent", carrierId: `SIM${at.getTime()}-${phone.slice(1)}-${v7()}` };
  return end === "can't tell" || end === "later" ? { state: "queued" } : {};
}

type Thread = { ids: Ids; contactId: string; author: Author };

function threadOf(talk: Talk, said: readonly Message[], { ids, contactId, author }: Thread) {
  const { conversationId: id, ...home } = ids;
  const last = (direction: "in" | "out") => said.findLast((each) => each.direction === direction)?.seq ?? 0;
  const newest = said.findLast((each) => each.direction);
  return {
    ...{ ...home, id, contactId, seq: said.length, inSeq: last("in"), outSeq: last("out") },
    preview: newest?.body ?? "",
    claimedBy: talk.claimed ? author.memberId : null,
    claimedAt: talk.claimed ? said[0]?.at : null,
    closedAt: talk.end === "done" ? said.at(-1)?.at : null,
    lastMessageAt: newest?.at,
    createdAt: said[0]?.at,
  };
}

/** Of what is not settled: waits for its time, for a decision, or for a receipt. */
function wayOf({ end, phone: toPhone }: Talk, said: readonly Message[], ids: Ids) {
  const last = said.at(-1);
  if (!last || !["later", "can't tell", "no receipt"].includes(String(end))) return [];
  const way = { ...ids, messageId: last.id, seq: last.seq, toPhone };
  if (end === "later") return [{ ...way, sendAt: before(-18), nextAt: before(-18) }];
  if (end === "no receipt") return [{ ...way, carrierId: last.carrierId, nextAt: before(-1) }];
  return [{ ...way, parkedAt: last.at, unknownSince: last.at, attempts: 1 }];
}

function stopOf({ phone, end }: Talk, said: readonly Message[], { accountId, timeZone }: Home) {
  const [isSure, last, since] = [end === "opted out", said.at(-1), said.at(-1)?.at ?? before(0)];
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
