import { type SQL, sql } from "drizzle-orm";

/** How far the newest email with an invitation has come, and why it came no further. Null: none was ever queued. */
export type InvitationMail = {
  state: "queued" | "sent" | "failed" | "delayed" | "delivered" | "bounced" | "complained";
  reason: string | null;
} | null;

/** What the provider told later counts before what the worker knew when it sent. By indexes alone, for one member. */
export const invitationMailOf = (memberId: SQL) => sql<InvitationMail>`(
  select json_build_object('state', coalesce(d.state::text, o.state::text), 'reason', coalesce(d.reason, o.error))
  from outbox o left join deliveries d on d.provider_id = o.provider_id
  where o.member_id = ${memberId} and o.template in ('welcome', 'join') order by o.created_at desc limit 1)`;
