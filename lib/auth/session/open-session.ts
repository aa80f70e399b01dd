import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { accounts, logins, members, sessions, users } from "@/db/schema";
import { fullName, type Visitor } from "../../access/viewer";
import { type Change, change } from "../../change";
import { randomToken, sha256 } from "../../crypto";
import { NotFound } from "../../errors";
import { knownPerson, nameOf } from "../../members/guest-privacy";
import { hashPassword, isOutdated } from "../password/hash-password";

/** However often it is used, a session ends after this. */
const ABSOLUTE = sql`interval '7 days'`;

/** Sessions of one person at a time, over all companies; the one that was used longest ago makes room. */
export const MOST_SESSIONS = 20;

type Opening = {
  userId: string;
  memberId: string;
  accountId: string;
  firstName: string;
  lastName: string;
  password: string;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  /** The first in this company. */
  isNew?: boolean;
};

/**
 * A new session for somebody whose password was right, in place of the one that their browser had. Its secret, or null
 * when they were shut out since it was compared.
 */
export async function openSession(visitor: Visitor, person: Opening): Promise<string | null> {
  const rehashed = isOutdated(person.passwordHash ?? "") ? await hashPassword(person.password) : null;
  const { address, userAgent, session: former } = visitor;
  const token = randomToken();
  const opened = change(visitor, undefined, async (c) => {
    await stillLetIn(c, person);
    if (former) await endFormer(c, former);
    await makeRoom(c, person.userId);
    await c.tx.insert(sessions).values({
      tokenHash: sha256(token),
      userId: person.userId,
      memberId: person.memberId,
      address,
      userAgent,
      expiresAt: sql`now() + ${ABSOLUTE}`,
      isNew: person.isNew ?? false,
    });
    await c.tx.insert(logins).values({ memberId: person.memberId, address, userAgent });
    if (rehashed) await c.tx.update(users).set({ passwordHash: rehashed }).where(eq(users.id, person.userId));
    c.record(
      "session.opened",
      { accountId: person.accountId, id: person.memberId, name: fullName(person) },
      { address },
    );
    return token;
  });
  return opened.catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}

/** Disabled, deleted or given another password while this one was compared: no session. Both rows stay locked until it is open. */
async function stillLetIn(c: Change, person: Opening) {
  const live = and(eq(members.id, person.memberId), eq(members.status, "Active"));
  await c.one(c.tx.update(members).set({ lastLoginAt: sql`now()` }).where(live).returning({ id: members.id }));
  const { passwordChangedAt } = await c.one(
    c.tx
      .select({ passwordChangedAt: users.passwordChangedAt })
      .from(users)
      .where(eq(users.id, person.userId))
      .for("no key update"),
  );
  if (passwordChangedAt?.getTime() !== person.passwordChangedAt?.getTime()) throw new NotFound();
}

/** The browser forgets this secret, so nobody should be able to use it any more; it may have been somebody else's. */
async function endFormer(c: Change, secret: string) {
  const [ended] = await c.tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, sha256(secret)))
    .returning({ memberId: sessions.memberId });
  if (!ended) return;
  const { accountId, memberId, ...whose } = await c.one(
    c.tx
      .select({ accountId: accounts.id, memberId: members.id, ...knownPerson })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.id, ended.memberId)),
  );
  c.record("session.ended", { accountId, id: memberId, name: nameOf(whose) });
}

/** The person's row is locked, so that two at the limit take turns. */
async function makeRoom(c: Change, userId: string) {
  const surplus = c.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt), desc(sessions.id))
    .offset(MOST_SESSIONS - 1);
  await c.tx.delete(sessions).where(inArray(sessions.id, surplus));
}
