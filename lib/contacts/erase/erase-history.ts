import { sql } from "drizzle-orm";
import type { Change } from "../../change";
import { idList } from "../../id-list";

/** What stands wherever something was. */
export const ERASED = "Erased";

const OTHER = sql`('contact.merged', 'contact.parted')`;
const other = sql`jsonb_build_object('other', ${ERASED}::text)`;

/** Who did what and when stays; whom it was done to, and what was written down of them, does not. */
export async function eraseHistory({ tx }: Change, accountId: string, { ids, name }: { ids: string[]; name: string }) {
  await tx.execute(sql`update audit_events set subject_name = ${ERASED}, details = case
      when action in ${OTHER} then ${other}
      when action in ('contact.grouped', 'contact.ungrouped') or action like 'conversation.%' then details end
    where account_id = ${accountId}::uuid and subject_id = any(${idList(ids)})`);
  await tx.execute(sql`update audit_events set details = ${other}
    where account_id = ${accountId}::uuid and action in ${OTHER} and details ->> 'other' = ${name}`);
}
