import { v7 } from "uuid";
import type {
  consentEvents,
  contactGroupMembers,
  contactGroups,
  contacts,
  subscriptionAsks,
  subscriptionLinks,
} from "@/db/schema";
import { shortToken } from "@/lib/crypto";
import { before } from "./rows";

type Home = { accountId: string; numberId: string };
type Contact = Pick<typeof contacts.$inferInsert, "phone"> & { id: string };

const WORDING = "Offers and news of Harbor Dental, about two texts a month.";

/** Every so many hours somebody has joined. */
const HOURS = 31;

/** A link that stands open, with who has joined by it. */
export function subscriptionRows({ accountId, numberId }: Home, people: readonly Contact[]) {
  const group = { id: v7(), accountId, name: "Offers and news" };
  const createdAt = before((people.length + 1) * HOURS);
  const link = { id: v7(), accountId, numberId, groupId: group.id, wording: WORDING, token: shortToken(16), createdAt };
  const at = (place: number) => before((place + 1) * HOURS);
  return {
    groups: [group] satisfies (typeof contactGroups.$inferInsert)[],
    links: [link] satisfies (typeof subscriptionLinks.$inferInsert)[],
    asks: people.map(({ phone }, place): typeof subscriptionAsks.$inferInsert => ({
      ...{ accountId, linkId: link.id, phone, messageId: v7(), askedAt: at(place), joinedAt: at(place) },
    })),
    members: people.map(({ id: contactId }, place): typeof contactGroupMembers.$inferInsert => ({
      ...{ accountId, groupId: group.id, contactId, addedAt: at(place) },
    })),
    consentEvents: people.map(({ phone }, place): typeof consentEvents.$inferInsert => ({
      ...{ accountId, phone, kind: "in", source: "subscription link", words: "Yes", shownText: WORDING, numberId },
      at: at(place),
    })),
  };
}
