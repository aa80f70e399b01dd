import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { contactGroupMembers, contactGroups, contacts, subscriptionLinks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { AddSubscriptionLink, addSubscriptionLink } from "@/lib/subscriptions/add";
import { onceKey, type Person, unique, viewerOf } from "../cast";

export const WORDING = "Offers of our shop, about two texts a month.";

type Home = { by: Person; line: { id: string } };

/** A link to a contact group of its own, as its form makes it. */
export async function makeSubscriptionLink({ by, line }: Home) {
  const { accountId } = by;
  const group = { id: v7(), accountId, name: `Group ${unique()}` };
  await writeDb.insert(contactGroups).values(group);
  const form = { group: group.id, from: line.id, wording: WORDING, once: onceKey() };
  await addSubscriptionLink(await viewerOf(by), AddSubscriptionLink.parse(form));
  const [link] = await writeDb.select().from(subscriptionLinks).where(eq(subscriptionLinks.groupId, group.id));
  if (!link) throw new Error("no link");
  return { ...link, group };
}

/** The telephones of who is in a contact group. */
export const phonesIn = async ({ id }: { id: string }) =>
  (
    await writeDb
      .select({ phone: contacts.phone })
      .from(contactGroupMembers)
      .innerJoin(contacts, and(eq(contacts.id, contactGroupMembers.contactId)))
      .where(eq(contactGroupMembers.groupId, id))
      .orderBy(contacts.phone)
  ).map(({ phone }) => phone);

/** Nobody else's: three texts an hour may ask there. */
export const somePhone = () => `+1415${randomInt(2_000_000, 9_999_999)}`;
