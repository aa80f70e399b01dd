import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 } from "uuid";
import { lineAccess, members, numbers, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "@/lib/access/permissions";
import { createAccount } from "@/lib/accounts/create";
import { type Change, change } from "@/lib/change";
import { env } from "@/lib/env";
import { seedConversations } from "../../seed/conversations";
import { ensureNumbers } from "../../seed/numbers";

/** A company that texts, and somebody in it who has a third of its lines. */
export type InboxCompany = {
  accountId: string;
  username: string;
  me: { memberId: string; userId: string };
  /** Theirs. */
  lines: string[];
  messages: number;
};

const SYSTEM = { kind: "system", name: "Bench" } as const;
const LINES = 60;
const OWN = 20;
const EACH = 10;

/** Companies of that many conversations, ten messages in each. What is looked up by words is built once all are there. */
export async function inboxCompanies(sizes: { small: number; large: number }, passwordHash: string) {
  const client = postgres(env().databaseUrl ?? "", { max: 1, onnotice: () => {} });
  try {
    const [index] = await client<
      { made: string }[]
    >`select indexdef as made from pg_indexes where indexname = 'messages_by_words'`;
    await client`drop index messages_by_words`;
    const empty = await inboxCompany(0, passwordHash);
    const small = await inboxCompany(sizes.small, passwordHash);
    const large = await inboxCompany(sizes.large, passwordHash);
    await client`set maintenance_work_mem = '512MB'`;
    await client.unsafe(index?.made ?? "");
    await client`vacuum (analyze) conversations, messages, contacts, reads, mentions, line_access, numbers, members`;
    return { empty, small, large };
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function inboxCompany(conversations: number, passwordHash: string): Promise<InboxCompany> {
  const username = `texts.${conversations}`;
  const name = `Texts ${conversations}`;
  const admin = { firstName: "Tess", lastName: "Bench", username, email: `${username}@bench.example`, passwordHash };
  const account = await change(SYSTEM, undefined, (c) =>
    createAccount(c, { company: name, timeZone: "America/Los_Angeles", admin }),
  );
  const { accountId, rootGroupId, memberId, userId } = account;
  const company = { id: accountId, name, rootGroupId };
  if (conversations === 0) return { accountId, username, me: { memberId, userId }, lines: [], messages: 0 };
  const all = await change(SYSTEM, undefined, (c) => ensureNumbers(c, company, LINES));
  const lines = all.filter((_, at) => at % (LINES / OWN) === 0);
  const colleague = await change(SYSTEM, undefined, async (c) => {
    const id = await addColleague(c, company, username);
    const held = [...lines.map((line) => [memberId, line]), ...all.map((line) => [id, line])];
    const rows = held.map(([member = "", numberId = ""]) => ({ accountId, memberId: member, numberId }));
    await c.tx.insert(lineAccess).values(rows);
    return id;
  });
  await seedConversations({
    account: company,
    ...{ lines: all, me: { memberId, lines }, colleague, conversations, each: EACH, own: "parking" },
  });
  return { accountId, username, me: { memberId, userId }, lines, messages: conversations * EACH };
}

/** Somebody who has all the lines. */
async function addColleague(c: Change, company: { id: string; name: string; rootGroupId: string }, of: string) {
  const [userId, memberId] = [v7(), v7()];
  const { id: accountId, rootGroupId: groupId, name } = company;
  const person = { firstName: "Ben", lastName: "Ortiz", username: `ben.${of}`, email: `ben.${of}@bench.example` };
  await c.tx.insert(users).values({ ...person, id: userId, homeAccountId: accountId, timeZone: "UTC" });
  await c.tx.insert(members).values({ id: memberId, accountId, userId, acceptedAt: sql`now()` });
  const [role] = rolesWith("messages.send");
  if (role) await c.tx.insert(roleAssignments).values({ accountId, memberId, role, groupId });
  c.record("member.added", { accountId, id: memberId, name });
  return memberId;
}

/** A line's number. */
export async function e164Of(c: Pick<Change["tx"], "select">, id: string): Promise<string> {
  const [row] = await c.select({ e164: numbers.e164 }).from(numbers).where(sql`${numbers.id} = ${id}`);
  return row?.e164 ?? "";
}
