import { sql } from "drizzle-orm";
import type { Change } from "../../change";
import { idList } from "../../id-list";
import { ERASED } from "../shown-name";

const OTHER = sql`('contact.merged', 'contact.parted')`;
const other = sql`jsonb_build_object('other', ${ERASED}::text)`;

type Gone = { ids: readonly string[]; names: readonly string[] };

/**
 * Who did what and when stays; whom it was done to, and what was written down of them, does not. Events about others name
 * them as they were called then: by a name of theirs that history has.
 */
export async function eraseHistory({ tx }: Change, accountId: string, { ids, names }: Gone) {
  const known = await tx.execute<{ name: string }>(sql`select distinct subject_name as name from audit_events
    where account_id = ${accountId}::uuid and subject_id = any(${idList(ids)}) and subject_name is not null`);
  const called = [...names, ...known.map(({ name }) => name)];
  await tx.execute(sql`update audit_events set subject_name = ${ERASED}, details = case
      when action in ${OTHER} then ${other}
      when action in ('contact.grouped', 'contact.ungrouped') or action like 'conversation.%' then details end
    where account_id = ${accountId}::uuid and subject_id = any(${idList(ids)})`);
  await tx.execute(sql`update audit_events set details = ${other}
    where account_id = ${accountId}::uuid and action in ${OTHER} and details ->> 'other' = any(${sql.param(called)}::text[])`);
}
