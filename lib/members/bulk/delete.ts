import { asc, count, eq } from "drizzle-orm";
import { conversations, members, messages, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { knownPerson, nameOf } from "../known";
import { keepAnAdmin } from "../last-admin";
import { among, idsOf } from "./candidates";
import type { Batch } from "./change-many";

/** Each alone would leave another; all of them together would not. */
const ELSEWHERE =
  "Some of them are together the only Admins of another company. They have to make somebody else an Admin there first.";

/**
 * Their logins go, and with them their places in every account, each with its own line of history. Conversations are
 * released; messages stay as they are, with their authors' names.
 */
export async function deleteMany(c: Change, viewer: Viewer, { people, batchId }: Batch): Promise<number> {
  const userIds = people.map(({ userId }) => userId);
  // Whoever invites them as guests right now has done so, or finds them gone.
  await c.tx.select({ id: users.id }).from(users).where(among(users.id, userIds)).orderBy(asc(users.id)).for("update");
  const memberships = await c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(among(members.userId, userIds))
    .orderBy(asc(members.id))
    .for("no key update", { of: members });
  const left = await release(c, idsOf(memberships));
  for (const { id, accountId, ...person } of memberships)
    c.record("member.deleted", { accountId, id, name: nameOf(person) }, left(id), { batchId });
  await c.tx.delete(users).where(among(users.id, userIds));
  const accountIds = new Set(memberships.map(({ accountId }) => accountId));
  // In the order of the accounts, so that two who delete guests of the same accounts don't wait for each other.
  for (const accountId of [...accountIds].sort())
    await keepAnAdmin(c, accountId, accountId === viewer.accountId ? undefined : ELSEWHERE);
  return people.length;
}

/** Answers what each had claimed and written. */
async function release(c: Change, memberIds: string[]) {
  const theirs = among(conversations.claimedBy, memberIds);
  const claimed = await c.tx.select({ by: conversations.claimedBy }).from(conversations).where(theirs).for("update");
  await c.tx.update(conversations).set({ claimedBy: null }).where(theirs);
  const kept = await c.tx
    .select({ by: messages.authorId, messages: count() })
    .from(messages)
    .where(among(messages.authorId, memberIds))
    .groupBy(messages.authorId);
  const claims = new Map<string | null, number>();
  for (const { by } of claimed) claims.set(by, (claims.get(by) ?? 0) + 1);
  const written = new Map(kept.map((each) => [each.by, each.messages]));
  return (id: string) => ({ conversationsReleased: claims.get(id) ?? 0, messagesKept: written.get(id) ?? 0 });
}
