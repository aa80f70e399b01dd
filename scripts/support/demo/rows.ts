import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { links, logins, outbox } from "@/db/schema";
import { randomToken, sha256 } from "@/lib/crypto";
import { colleagues, type DemoPerson, type Place } from "./people";

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
export const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

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

export type Groups = Record<Place, string>;
