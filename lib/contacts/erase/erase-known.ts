import { sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/db/schema";
import type { Change } from "../../change";
import { among, idList, idsOf } from "../../id-list";
import { isOwnWay, type Way } from "../../messages/consent";
import { isAlone } from "../../messages/receive/take-strays";
import { NOTHING } from "../contact-fields";
import { asRows, phonesOf, type Theirs } from "./theirs";

/** Where else their numbers stand: links, asks, and what nobody's line has got. */
export async function eraseBeside({ tx }: Change, accountId: string, theirs: Theirs): Promise<void> {
  await tx.execute(sql`update subscription_asks a set phone = e.mark from ${asRows(theirs)}
    where a.link_id in (select id from subscription_links where account_id = ${accountId}::uuid) and a.phone = e.phone`);
  await tx.execute(sql`delete from unsubscribe_links
    where account_id = ${accountId}::uuid and phone = any(${phonesOf(theirs)})`);
  await tx.execute(sql`delete from inbound_strays where from_phone = any(${phonesOf(theirs)}) and ${isAlone}`);
}

export type Stopped = { phone: string; how: Way; since: string };

/** What they said about texts goes; answered with who had stopped them. */
export async function eraseConsent({ tx }: Change, accountId: string, theirs: Theirs): Promise<Stopped[]> {
  const ofTheirs = sql`where account_id = ${accountId}::uuid and phone = any(${phonesOf(theirs)})`;
  await tx.execute(sql`delete from consent_events ${ofTheirs}`);
  const stopped = await tx.execute<Stopped>(sql`delete from opt_outs ${ofTheirs} returning phone, how, since::text`);
  return [...stopped];
}

/**
 * With whom there is a conversation, a row stays that nothing is known of. No text goes there: its mark is among those who
 * stopped: since they did so themselves, as campaigns have counted it, or since ever, which counts in none.
 */
export async function eraseContactRows(
  { tx }: Change,
  accountId: string,
  { theirs, stopped }: { theirs: Theirs; stopped: readonly Stopped[] },
): Promise<void> {
  const gone = among(contacts.id, idsOf(theirs));
  await tx.delete(contactGroupMembers).where(among(contactGroupMembers.contactId, idsOf(theirs)));
  const isSilent = sql`not exists (select from conversations v where v.contact_id = ${contacts.id})`;
  const cleared = { mergedInto: null, mergedAt: null, beforeMerge: null, unreachableAt: null, unreachableReason: null };
  await tx
    .update(contacts)
    .set({ ...NOTHING, ...cleared })
    .where(gone);
  await tx.delete(contacts).where(sql`${gone} and ${isSilent}`);
  await tx.execute(
    sql`update contacts c set phone = e.mark, deleted_at = now() from ${asRows(theirs)} where c.id = e.id`,
  );
  await tx.execute(sql`insert into opt_outs (account_id, phone, how, since)
    select ${accountId}::uuid, e.mark, 'erasure', coalesce(s.since::timestamptz, to_timestamp(0))
    from ${asRows(theirs)} left join unnest(${sql.param(stopped.map(({ phone }) => phone))}::text[],
      ${sql.param(stopped.map(({ how, since }) => (isOwnWay(how) || how === "erasure" ? since : null)))}::text[]) as s(phone, since) on s.phone = e.phone
    where e.id in (select id from contacts where id = any(${idList(idsOf(theirs))}))
    on conflict do nothing`);
}
