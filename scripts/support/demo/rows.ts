import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { contacts, conversations, links, logins, messages, outbox } from "@/db/schema";
import { randomToken, sha256 } from "@/lib/crypto";
import { colleagues, type DemoPerson, type Place } from "./people";
import { talks } from "./talk";

const HOUR = 3_600_000;
export const before = (hours: number) => new Date(Date.now() - hours * HOUR);

/** What the trail of a demo person is hung on. */
export type Made = DemoPerson & { userId: string; memberId: string; email: string };

export const made: () => Made[] = () =>
  colleagues.map((person) => ({
    ...person,
    userId: v7(),
    memberId: v7(),
    email: `${person.username}@harbordental.example`,
  }));

const DEVICES = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
];
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Recent History: some fifteen logins, mostly at one desk, now and then on a phone. 203.0.113.0/24 is for documentation. */
export function loginsOf(
  member: { memberId: string; hours: number | null },
  at: number,
): (typeof logins.$inferInsert)[] {
  const { memberId, hours } = member;
  if (hours === null) return [];
  return Array.from({ length: 3 + ((at * 7) % 12) }, (_, back) => ({
    memberId,
    address: `203.0.113.${back % 4 === 3 ? 200 + (at % 40) : 9 + (at % 5)}`,
    userAgent: back % 4 === 3 ? pick(DEVICES, at % 2 === 0 ? 1 : 3) : pick(DEVICES, [0, 2, 0, 4][at % 4] ?? 0),
    at: before(hours + (back === 0 ? 0 : back * 23.4 + ((at * 13 + back * 5) % 17) * 0.11)),
  }));
}

/** A Pending person's invitation. Nobody knows its token, but it is there to be resent, copied and to expire. */
export const invitationOf = ({ userId, memberId, hours }: Made): typeof links.$inferInsert => ({
  tokenHash: sha256(randomToken()),
  purpose: "invitation",
  userId,
  memberId,
  createdAt: before(hours ?? 0),
  expiresAt: before((hours ?? 0) - 24),
});

/** The email that took it there, sent long ago. */
export const welcomeOf = (
  person: Made,
  home: { accountId: string; company: string; inviter: string },
): typeof outbox.$inferInsert => ({
  accountId: home.accountId,
  memberId: person.memberId,
  template: "welcome",
  to: person.email,
  props: { firstName: person.firstName, company: home.company, inviter: home.inviter },
  state: "sent",
  attempts: 1,
  providerId: randomBytes(12).toString("hex"),
  createdAt: before(person.hours ?? 0),
  sentAt: before(person.hours ?? 0),
});

type Author = { memberId: string; name: string };

/** Contacts, conversations and their messages, written in turns by those who have the line. */
export function conversationRows(accountId: string, numberIds: string[], authorsOf: (number: number) => Author[]) {
  const rows = {
    contacts: [] as (typeof contacts.$inferInsert)[],
    conversations: [] as (typeof conversations.$inferInsert)[],
    messages: [] as (typeof messages.$inferInsert)[],
  };
  for (const [at, talk] of talks.entries()) {
    const [contactId, conversationId] = [v7(), v7()];
    const authors = authorsOf(talk.number);
    const numberId = pick(numberIds, talk.number);
    const [firstName = "", ...lastNames] = talk.contact.split(" ");
    const lastName = lastNames.join(" ");
    rows.contacts.push({ id: contactId, accountId, firstName, lastName, phone: talk.phone });
    const isOurs = talk.lines.map((text) => text.startsWith("> "));
    rows.conversations.push({
      id: conversationId,
      accountId,
      numberId,
      contactId,
      seq: talk.lines.length,
      inSeq: isOurs.lastIndexOf(false) + 1,
      outSeq: isOurs.lastIndexOf(true) + 1,
      preview: talk.lines.at(-1)?.replace(/^> /, ""),
      claimedBy: talk.claimed ? pick(authors, at).memberId : null,
      claimedAt: talk.claimed ? before(talk.hours + 1) : null,
      lastMessageAt: before(talk.hours),
    });
    for (const [line, text] of talk.lines.entries()) {
      const author = text.startsWith("> ") ? pick(authors, at + (line > 1 ? 1 : 0)) : undefined;
      rows.messages.push({
        accountId,
        conversationId,
        numberId,
        seq: line + 1,
        direction: author ? "out" : "in",
        state: author ? "delivered" : null,
        body: text.replace(/^> /, ""),
        authorId: author?.memberId ?? null,
        authorName: author?.name ?? null,
        at: before(talk.hours + (talk.lines.length - 1 - line) * 0.07),
      });
    }
  }
  return rows;
}

export type Groups = Record<Place, string>;
