import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, numbers, subscriptionLinks } from "@/db/schema";

/** For a form whose link ended while it was open, and the heading of its page from then on. */
export const CLOSED = "This link is closed.";

/** Also over once its line is out of service. */
export const isOpen = sql<boolean>`(${subscriptionLinks.closedAt} is null and ${numbers.disabledAt} is null)`;

/** What the public page of a link shows: the company, what people agree to, and from where they are asked. */
export async function subscriptionPage(token: string) {
  if (!/^\w{1,64}$/.test(token)) return undefined;
  const [link] = await db
    .select({
      id: subscriptionLinks.id,
      wording: subscriptionLinks.wording,
      company: accounts.name,
      country: accounts.country,
      line: numbers.e164,
      isOpen,
    })
    .from(subscriptionLinks)
    .innerJoin(numbers, eq(numbers.id, subscriptionLinks.numberId))
    .innerJoin(accounts, eq(accounts.id, subscriptionLinks.accountId))
    .where(eq(subscriptionLinks.token, token));
  return link;
}
