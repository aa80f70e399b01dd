import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, campaignRecipients, campaigns, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { linesAndPeople } from "@/lib/reports/lines-and-people";
import { linesQuery } from "@/lib/reports/lines-query";
import { makeCompany, type Person, viewerOf } from "../cast";
import { makeTalk, type Talked } from "../talk";

export type Said = { at: string; by?: Person | null; campaign?: true };

/** Puts texts into a thread: without `by` the customer's, with null nobody's. */
export async function say(
  { id: conversationId, accountId, numberId, contactId, phone }: Talked,
  texts: readonly Said[],
) {
  const [{ seq }] = await writeDb
    .select({ seq: sql<number>`coalesce(max(seq), 0)` })
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .then(([row]) => [row ?? { seq: 0 }] as const);
  for (const [place, { at, by, campaign }] of texts.entries()) {
    const messageId = v7();
    const ours = { direction: "out", state: "sent", authorId: by?.memberId, authorName: by?.name } as const;
    await writeDb.insert(messages).values({
      ...{ id: messageId, accountId, conversationId, numberId, seq: seq + place + 1, body: "A text", at: new Date(at) },
      ...(by === undefined ? { direction: "in" as const } : ours),
    });
    if (!campaign || !by) continue;
    const campaignId = v7();
    const made = { madeBy: by.memberId, madeByName: by.name };
    await writeDb
      .insert(campaigns)
      .values({ id: campaignId, accountId, numberId, name: "Sale", body: "Sale", ...made });
    await writeDb
      .insert(campaignRecipients)
      .values({ campaignId, accountId, contactId, phone, zone: "UTC", messageId });
  }
}

/** Two lines, one of them Ben's alone; a company that lives by New York's clocks. */
export async function shop() {
  const company = await makeCompany();
  await writeDb.update(accounts).set({ timeZone: "America/New_York" }).where(eq(accounts.id, company.accountId));
  const [desk, yard] = [await company.number({ label: "Desk" }), await company.number({ label: "Yard" })];
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [desk, yard] });
  const cara = await company.endUser({ name: "Cara Novak", lines: [desk] });
  const talk = (line = desk) => makeTalk({ line, lines: [], name: "Nora Quist" });
  return { company, desk, yard, ben, cara, talk };
}

export type Shop = Awaited<ReturnType<typeof shop>>;

/** "Lines and people" as somebody reads it, from another zone. */
export const reportOf = async (person: Person, params: Record<string, string>, zone?: string) => {
  const viewer = await viewerOf(person);
  return linesAndPeople(zone ? { ...viewer, timeZone: zone } : viewer, linesQuery(params));
};
