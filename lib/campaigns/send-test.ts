import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts, optOuts, users } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { takeTries } from "../auth/throttle";
import { type Change, change } from "../change";
import { erasedAmong } from "../contacts/erase/erased-phones";
import { Refused } from "../errors";
import * as fields from "../fields";
import { wakeSender } from "../messages/queue-text";
import { campaignId } from "./campaign-fields";
import { managedCampaign } from "./managed-campaign";
import { refuseOutOfService } from "./review";
import { writeCampaignTexts } from "./send/write-campaign-texts";

export const SendTest = z.object({ campaignId, once: fields.once });

/** Of one person, of whatever campaigns: each is a text that costs. */
const AN_HOUR = 30;

const PROFILE = { label: "Edit Profile", href: "/settings/profile" };

/** The text as the viewer would read it, to the Contact Number of their profile. It counts nowhere. */
export const sendTest = (viewer: Viewer, input: z.output<typeof SendTest>) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    const { numberId, body, accountId } = campaign;
    await refuseOutOfService(c, campaign);
    const phone = await ownPhone(c, viewer);
    if (!(await takeTries(c.tx, { name: "campaign-tests", of: viewer.memberId, most: AN_HOUR, minutes: 60 }, 1)))
      throw new Refused(`You have sent ${AN_HOUR} tests within an hour, which is the most. Try again later.`);
    const { contactId, fieldValues } = await c.one(
      c.tx
        .insert(contacts)
        .values({ accountId, phone })
        .onConflictDoUpdate({
          target: [contacts.accountId, contacts.phone],
          set: { phone: sql`excluded.phone`, deletedAt: null },
        })
        .returning({ contactId: contacts.id, fieldValues: contacts.fieldValues }),
    );
    if ((await erasedAmong(c.tx, accountId, [phone])).length > 0) throw hasOptedOut();
    const { firstName, lastName, accountName: company } = viewer;
    const by = { madeBy: viewer.memberId, madeByName: fullName(viewer) };
    const test = { accountId, numberId, body, ...by, campaignId: null, priority: 0 };
    await writeCampaignTexts(c.tx, test, [{ contactId, phone, firstName, lastName, company, fieldValues }]);
    await wakeSender(c.tx);
    c.record("campaign.tested", campaign);
    return { phone };
  });

async function ownPhone(c: Change, { userId, accountId }: Viewer): Promise<string> {
  const { phone } = await c.one(c.tx.select({ phone: users.contactNumber }).from(users).where(eq(users.id, userId)));
  if (!phone) throw new Refused("A test goes to your Contact Number, and your profile has none.", { offer: PROFILE });
  if (phone.includes(";ext="))
    throw new Refused("A test goes to your Contact Number, and a text goes to no extension.", { offer: PROFILE });
  const stopped = and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone));
  const [out] = await c.tx.select({ phone: optOuts.phone }).from(optOuts).where(stopped);
  if (out) throw hasOptedOut();
  return phone;
}

const hasOptedOut = () => new Refused("Your Contact Number has opted out of texts. Text START from it first.");
