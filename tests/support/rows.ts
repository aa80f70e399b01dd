import { asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, auditEvents, lineAccess, members, outbox, roleAssignments, sessions, users } from "@/db/schema";
import { unseal } from "@/lib/crypto";
import type { Person } from "./cast";

/** The emails to an address, oldest first, as the outbox has them. */
export const mailTo = (email: string) =>
  db
    .select()
    .from(outbox)
    .where(sql`lower(${outbox.to}) = lower(${email})`)
    .orderBy(asc(outbox.createdAt), asc(outbox.id));

/** The link in the newest email to an address that carries one. */
export async function linkIn(email: string): Promise<URL> {
  const secrets = (await mailTo(email)).flatMap((row) => (row.secret ? [row.secret] : []));
  const newest = secrets.at(-1);
  if (!newest) throw new Error(`no email to ${email} holds a link`);
  return new URL(unseal("outbox", newest));
}

/** The single-use token in the newest link to an address. */
export async function tokenFor(email: string): Promise<string> {
  const token = (await linkIn(email)).searchParams.get("token");
  if (!token) throw new Error(`the link to ${email} has no token`);
  return token;
}

/** What history tells about somebody or something, newest first. */
export const eventsOf = (subjectId: string) =>
  db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id));

/** The names of the actions in history, newest first. */
export const actionsOn = async (subjectId: string) => (await eventsOf(subjectId)).map((event) => event.action);

/** The person as the database has them now, or undefined once they are gone. */
export async function rowsOf(person: Pick<Person, "memberId">) {
  const [row] = await db
    .select({ user: users, member: members })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.id, person.memberId));
  return row;
}

export const statusOf = async (person: Pick<Person, "memberId">) => (await rowsOf(person))?.member.status;

export const rolesOf = (person: Pick<Person, "memberId">) =>
  db
    .select()
    .from(roleAssignments)
    .where(eq(roleAssignments.memberId, person.memberId))
    .orderBy(asc(roleAssignments.role));

export const linesOf = async (person: Pick<Person, "memberId">) =>
  (await db.select().from(lineAccess).where(eq(lineAccess.memberId, person.memberId))).map((row) => row.numberId);

export const sessionsOf = (person: Pick<Person, "memberId">) =>
  db.select().from(sessions).where(eq(sessions.memberId, person.memberId));

export async function countsOf({ accountId }: { accountId: string }) {
  const [row] = await db
    .select({ active: accounts.activeCount, pending: accounts.pendingCount, disabled: accounts.disabledCount })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row;
}
