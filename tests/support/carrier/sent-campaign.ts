import { v7 } from "uuid";
import { campaignRecipients, campaigns } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Company } from "../cast";
import { makeContactGroup } from "./campaigns";

type Recipient = Partial<typeof campaignRecipients.$inferInsert>;

/** A campaign of Ben's that has been sent, and what became of each of its recipients. */
export async function sentCampaign(company: Company, recipients: readonly Recipient[]) {
  const line = await company.number();
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const { accountId } = company;
  const { people } = await makeContactGroup(
    accountId,
    recipients.map(() => ({})),
  );
  const id = v7();
  const made = { madeBy: ben.memberId, madeByName: ben.name, state: "sending" as const, frozenAt: new Date() };
  await writeDb
    .insert(campaigns)
    .values({ id, accountId, numberId: line.id, name: "Spring sale", body: "Hello", ...made });
  await writeDb.insert(campaignRecipients).values(
    recipients.map((recipient, at) => ({
      ...{ campaignId: id, accountId, zone: "UTC", phone: people[at]?.phone ?? "", contactId: people[at]?.id ?? "" },
      ...recipient,
    })),
  );
  return { company, line, ben, id, people };
}
