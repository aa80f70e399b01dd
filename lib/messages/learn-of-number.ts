import { eq, sql } from "drizzle-orm";
import { contacts, conversations } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { TextState } from "../carrier/carrier";
import { actOf, reasonOf } from "../carrier/codes";
import { among } from "../id-list";
import { optOut } from "./consent";

/** How a text of ours ended. */
type End = {
  id: string;
  conversationId: string;
  accountId: string;
  numberId: string;
  state: TextState;
  code: number | null;
  /** When it was handed over; null once the carrier has said that it took it, by which it had left. */
  leftAt: Date | null;
};

const actOn = ({ code }: End) => (code === null ? "none" : actOf(code));

const saysMuch = (end: End) => end.state === "delivered" || ["opted out", "unreachable"].includes(actOn(end));

/** What the ends of texts say about the numbers that they went to; of one number in the order in which they were told. */
export async function learnOfNumbers(tx: WriteTx, ends: readonly End[]): Promise<void> {
  const telling = ends.filter(saysMuch);
  if (telling.length === 0) return;
  const found = await tx
    .select({
      ...{ conversationId: conversations.id, id: contacts.id, phone: contacts.phone },
      isUnreachable: sql<boolean>`${contacts.unreachableAt} is not null`,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(
      among(
        conversations.id,
        telling.map(({ conversationId }) => conversationId),
      ),
    )
    // Two servers take them in one order.
    .orderBy(contacts.id);
  for (const contact of found)
    for (const end of telling.filter(({ conversationId }) => conversationId === contact.conversationId))
      await learn(tx, contact, end);
}

type Contact = { id: string; phone: string; isUnreachable: boolean };

async function learn(tx: WriteTx, contact: Contact, end: End): Promise<void> {
  const { id: messageId, accountId, numberId, state, code } = end;
  const isNow = eq(contacts.id, contact.id);
  if (actOn(end) === "opted out") {
    if (await hasBegunAgain(tx, contact, end)) return;
    const said = { source: `carrier ${code}`, numberId, messageId };
    await optOut(tx, { accountId, phone: contact.phone }, { how: "carrier", ...said });
  } else if (state !== "delivered") {
    contact.isUnreachable = true;
    await tx
      .update(contacts)
      .set({ unreachableAt: sql`now()`, unreachableReason: reasonOf(code) })
      .where(isNow);
  } else if (contact.isUnreachable) {
    contact.isUnreachable = false;
    await tx.update(contacts).set({ unreachableAt: null, unreachableReason: null }).where(isNow);
  }
}

/**
 * The carrier's no is older than a START on the same line that was written after the text had left: by both their own
 * times, whenever either was heard. Who writes just now is waited for: what comes in holds its contact.
 */
async function hasBegunAgain(tx: WriteTx, contact: Contact, { id, accountId, numberId, leftAt }: End) {
  await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contact.id)).for("no key update");
  const [later] = await tx.execute(sql`select from consent_events e
    left join messages m on m.id = e.message_id and m.direction = 'in'
    where e.account_id = ${accountId}::uuid and e.phone = ${contact.phone} and e.kind = 'in' and e.number_id = ${numberId}::uuid
      and coalesce(m.at, e.at) > coalesce(${leftAt?.toISOString() ?? null}::timestamptz,
        (select min(told.at) from carrier_events told where told.message_id = ${id}::uuid)) limit 1`);
  return later !== undefined;
}
