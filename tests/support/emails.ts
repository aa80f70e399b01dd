import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { TemplateName } from "@/lib/email/templates";
import type { Person } from "./cast";

type To = Pick<Person, "accountId" | "email" | "firstName"> & { memberId: string | null };
type Wishes = Partial<Omit<typeof outbox.$inferInsert, "template">> & { template?: TemplateName };

/** An email in the log, put there without a verb: "Welcome" that the provider refused, unless it is said otherwise. */
export async function emailTo(person: To, wishes: Wishes = {}): Promise<string> {
  const id = v7();
  const { accountId, memberId, email: to, firstName } = person;
  const props = { firstName, company: "Harbour", inviter: "Ana Silva" };
  const failed = { state: "failed" as const, error: "422: mailbox full" };
  const row = { id, accountId, memberId, to, props, template: "welcome" as const };
  await writeDb.insert(outbox).values({ ...row, ...(wishes.state ? {} : failed), ...wishes });
  return id;
}

/** The email's row as it is now. */
export async function emailRow(id: string) {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  if (!row) throw new Error("no such email");
  return row;
}

export const isDecided = async (id: string) => (await emailRow(id)).decidedAt !== null;
