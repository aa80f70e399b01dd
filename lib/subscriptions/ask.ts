import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, contacts, numbers, optOuts, subscriptionAsks, subscriptionLinks } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { inSteadyTime } from "../auth/password/steady-time";
import { type Change, change } from "../change";
import { erasedAmong } from "../contacts/erase/erased-phones";
import { Refused } from "../errors";
import * as fields from "../fields";
import { token } from "../links/token";
import { wakeSender } from "../messages/queue-text";
import { writeTexts } from "../messages/write-texts";
import { mayAsk } from "./ask-limits";
import { CLOSED, isOpen, subscriptionPage } from "./subscription-page";

export const AskToJoin = z.object({
  token,
  phone: fields.identifier(60, "Enter a phone number."),
  once: fields.once,
});

type Input = z.output<typeof AskToJoin>;

/**
 * Somebody typed a number on the page of a link: a text asks there to answer "YES". The page says the same, and as late,
 * whether it does, has done so too often, or that number wants no texts: whoever types it need not be who has it.
 */
export const askToJoin = (visitor: Visitor, input: Input): Promise<void> => inSteadyTime(() => ask(visitor, input));

async function ask(visitor: Visitor, input: Input): Promise<void> {
  const link = await subscriptionPage(input.token);
  if (!link) throw new Refused("This link doesn't work. It may have been cut off on its way: open it again.");
  if (!link.isOpen) throw new Refused(CLOSED);
  const phone = fields.textNumber(link.country).safeParse(input.phone);
  if (!phone.success) throw new Refused(phone.error.issues[0]?.message ?? "", { field: "phone" });
  if (!(await mayAsk(visitor, { linkId: link.id, phone: phone.data }))) return;
  await change(visitor, input.once, (c) => textThem(c, link.id, phone.data));
}

async function textThem(c: Change, linkId: string, phone: string) {
  const link = await openLink(c, linkId);
  const { accountId, numberId } = link;
  const stopped = and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone));
  const [out] = await c.tx.select({ phone: optOuts.phone }).from(optOuts).where(stopped);
  if (out) return c.unchanged(undefined);
  const contactId = await contactOf(c, { accountId, phone });
  if ((await erasedAmong(c.tx, accountId, [phone])).length > 0) return c.unchanged(undefined);
  const asking = { accountId, numberId, by: null, campaignId: null, priority: 1 };
  const [written] = await writeTexts(c.tx, asking, [{ contactId, phone, text: askWords(link) }]);
  if (!written) throw new Error("no text");
  const { messageId } = written;
  await c.tx
    .insert(subscriptionAsks)
    .values({ accountId, linkId, phone, messageId })
    .onConflictDoUpdate({
      target: [subscriptionAsks.linkId, subscriptionAsks.phone],
      set: { messageId, askedAt: sql`now()` },
    });
  await wakeSender(c.tx);
  c.saidInThread();
}

/** Whoever closes it waits until this is done, and from then on nobody is asked. */
async function openLink(c: Change, linkId: string) {
  const [link] = await c.tx
    .select({
      accountId: subscriptionLinks.accountId,
      numberId: subscriptionLinks.numberId,
      wording: subscriptionLinks.wording,
      company: accounts.name,
    })
    .from(subscriptionLinks)
    .innerJoin(numbers, eq(numbers.id, subscriptionLinks.numberId))
    .innerJoin(accounts, eq(accounts.id, subscriptionLinks.accountId))
    .where(and(eq(subscriptionLinks.id, linkId), isOpen))
    .for("share", { of: subscriptionLinks });
  if (!link) throw new Refused(CLOSED);
  return link;
}

/** Who is new is in no list before they answer, as if they had been deleted: anybody may have typed their number. */
async function contactOf(c: Change, customer: { accountId: string; phone: string }): Promise<string> {
  const { id } = await c.one(
    c.tx
      .insert(contacts)
      .values({ ...customer, deletedAt: sql`now()` })
      .onConflictDoUpdate({ target: [contacts.accountId, contacts.phone], set: { phone: customer.phone } })
      .returning({ id: contacts.id }),
  );
  return id;
}

const askWords = ({ company, wording }: { company: string; wording: string }) =>
  `${company}: ${wording}\nReply YES to get these texts. Message and data rates may apply. Reply HELP for help, STOP to opt out.`;
