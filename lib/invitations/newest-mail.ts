import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { templatesSentAgain } from "../email/templates";
import { type InvitationMail, lostStates } from "./mail-state";

const letters = templatesSentAgain("invitation").map((name) => `'${name}'`);

/** Of the outbox `o`: the newest invitation to a member. By the index of each member, however many there are. */
export const newestTo = (memberId: SQL | PgColumn) => sql`o.member_id = ${memberId}
  and o.template in (${sql.raw(letters.join(", "))}) order by o.created_at desc limit 1`;

/** How far it has come. What the provider told later counts before what the worker knew when it sent. */
export const invitationMailOf = (memberId: SQL) => sql<InvitationMail>`(
  select json_build_object('state', coalesce(d.state::text, o.state::text), 'reason', coalesce(d.reason, o.error))
  from outbox o left join deliveries d on d.provider_id = o.provider_id where ${newestTo(memberId)})`;

/** Whether it has reached nobody. */
export const isInvitationLost = (memberId: PgColumn) => sql<boolean>`coalesce((
  select coalesce(d.state::text, o.state::text) = any(${sql.param([...lostStates])})
  from outbox o left join deliveries d on d.provider_id = o.provider_id where ${newestTo(memberId)}), false)`;
