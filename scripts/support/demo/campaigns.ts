import { v7 } from "uuid";
import type {
  campaignGroups,
  campaignRecipients,
  campaigns,
  contactGroupMembers,
  contactGroups,
  contacts,
} from "@/db/schema";
import { before } from "./rows";

type Home = { accountId: string; timeZone: string; numberId: string; admin: { memberId: string; name: string } };
type Contact = Pick<typeof contacts.$inferInsert, "phone" | "unreachableAt"> & { id: string };

const SENT_HOURS = 120;

/** A group of all contacts, a campaign that it got, with its report, and a draft to look over and send. */
export function campaignRows({ accountId, timeZone, numberId, admin }: Home, people: readonly Contact[]) {
  const groupId = v7();
  const by = { accountId, numberId, madeBy: admin.memberId, madeByName: admin.name };
  const sent = {
    ...{ ...by, id: v7(), name: "Open on Saturdays", createdAt: before(SENT_HOURS + 2) },
    body: "Hello {first name|there}, from October we are open on Saturdays from 9 to 2. Harbor Dental",
    ...{ state: "sending" as const, frozenAt: before(SENT_HOURS), zones: [timeZone] },
  };
  const draft = {
    ...{ ...by, id: v7(), name: "Check-up in December", createdAt: before(20) },
    body: "Hello {first name|there}, it is time for a check-up. Shall we find a day in December? Harbor Dental. No more texts: {unsubscribe link}",
  };
  return {
    groups: [{ id: groupId, accountId, name: "Patients" }] satisfies (typeof contactGroups.$inferInsert)[],
    members: people.map(({ id: contactId }): typeof contactGroupMembers.$inferInsert => ({
      accountId,
      groupId,
      contactId,
    })),
    campaigns: [sent, draft] satisfies (typeof campaigns.$inferInsert)[],
    to: [sent, draft].map(({ id: campaignId }): typeof campaignGroups.$inferInsert => ({
      accountId,
      campaignId,
      groupId,
    })),
    recipients: people.map(({ id: contactId, phone, unreachableAt }, at): typeof campaignRecipients.$inferInsert => ({
      ...{ campaignId: sent.id, accountId, contactId, phone, zone: timeZone, sentAt: before(SENT_HOURS - at * 0.001) },
      ...(unreachableAt ? { state: "failed", errorCode: 30005 } : { state: at % 9 === 5 ? "sent" : "delivered" }),
    })),
  };
}
