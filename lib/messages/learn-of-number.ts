import { eq, sql } from "drizzle-orm";
import { contacts, conversations } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { TextState } from "../carrier/carrier";
import { actOf, reasonOf } from "../carrier/codes";
import { among } from "../id-list";
import { byNumber, optOut } from "./consent";

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
  const known = found.flatMap(({ conversationId, ...contact }) =>
    telling
      .filter((end) => end.conversationId === conversationId)
      .map((end) => ({ contact, end, accountId: end.accountId, phone: contact.phone })),
  );
  for (const { contact, end } of known) await learnReach(tx, contact, end);
  // Once all contacts are held.
  const refused = known.filter(({ end }) => actOn(end) === "opted out");
  for (const { contact, end } of refused.toSorted(byNumber)) await learnStop(tx, contact, end);
}

type Contact = { id: string; phone: string; isUnreachable: boolean };

async function learnReach(tx: WriteTx, contact: Contact, end: End): Promise<void> {
  const { state, code } = end;
  const isNow = eq(contacts.id, contact.id);
  if (actOn(end) === "opted out") {
    // Who writes just now is waited for: what comes in holds its contact.
    await tx.select({ id: contacts.id }).from(contacts).where(isNow).for("no key update");
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

async function learnStop(tx: WriteTx, { phone }: Contact, end: End): Promise<void> {
  const { id: messageId, accountId, numberId, code } = end;
  if (await hasBegunAgain(tx, phone, end)) return;
  await optOut(tx, { accountId, phone }, { how: "carrier", source: `carrier ${code}`, numberId, messageId });
}

/**
 * The carrier's no is older than a START on the same line that was written after the text had left: by both their own
 * times, whenever either was heard.
 */
async function hasBegunAgain(tx: WriteTx, phone: string, { id, accountId, numberId, leftAt }: End) {
  const [later] = await tx.execute(sql`select from consent_events e
    left join messages m on m.id = e.message_id and m.direction = 'in'
    where e.account_id = ${accountId}::uuid and e.phone = ${phone} and e.kind = 'in' and e.number_id = ${numberId}::uuid
      and coalesce(m.at, e.at) > coalesce(${leftAt?.toISOString() ?? null}::timestamptz,
        (select min(told.at) from carrier_events told where told.message_id = ${id}::uuid)) limit 1`);
  return later !== undefined;
}
