import { and, isNull, lt, sql } from "drizzle-orm";
import {
  carrierEvents,
  columnMappings,
  contactImports,
  deliveries,
  inboundSeen,
  inboundStrays,
  invitationBatches,
  keptForms,
  loginCounts,
  mailbox,
  onceKeys,
  refusedLogins,
  sendingSlots,
  sessions,
  subscriptionAsks,
  throttles,
  undos,
  unsubscribeLinks,
} from "@/db/schema";
import { writeDb } from "@/db/write";

const ago = (interval: string) => sql`now() - ${interval}::interval`;

/** By then the worker has long written down what the provider calls an email; older news was judged before. */
const between = (from: string, to: string) => sql`${deliveries.at} between ${ago(from)} and ${ago(to)}`;

/** Removes what is over, by the database's clock. Harmless to run twice, or on several servers at once. */
export async function sweep(): Promise<void> {
  await writeDb.delete(onceKeys).where(lt(onceKeys.createdAt, ago("1 day")));
  await writeDb.delete(undos).where(lt(undos.at, ago("1 minute")));
  await writeDb.delete(throttles).where(lt(throttles.resetsAt, sql`now()`));
  await writeDb.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
  await writeDb.delete(keptForms).where(lt(keptForms.expiresAt, sql`now()`));
  await writeDb.delete(sendingSlots).where(lt(sendingSlots.second, ago("1 hour")));
  // A preview that nobody confirmed; later the rows of what was sent, whose people and history stay.
  const isDraft = isNull(invitationBatches.confirmedAt);
  await writeDb.delete(invitationBatches).where(and(isDraft, lt(invitationBatches.createdAt, ago("7 days"))));
  await writeDb.delete(invitationBatches).where(lt(invitationBatches.finishedAt, ago("90 days")));
  const isUnconfirmed = isNull(contactImports.confirmedAt);
  await writeDb.delete(contactImports).where(and(isUnconfirmed, lt(contactImports.createdAt, ago("7 days"))));
  await writeDb.delete(contactImports).where(lt(contactImports.finishedAt, ago("90 days")));
  await writeDb.delete(columnMappings).where(lt(columnMappings.usedAt, ago("1 year")));
  await writeDb.delete(deliveries).where(lt(deliveries.at, ago("1 year")));
  // News of emails that are none of ours: something else may send by the same account at the provider.
  await writeDb
    .delete(deliveries)
    .where(
      sql`${between("9 days", "2 days")} and not exists (select from outbox o where o.provider_id = ${deliveries.providerId})`,
    );
  // What the carrier has told nothing more of for a week keeps the state that it has.
  await writeDb.execute(sql`delete from texts t using messages m
    where m.id = t.message_id and t.carrier_id is not null and coalesce(t.send_at, m.at) < ${ago("7 days")}`);
  await writeDb.delete(carrierEvents).where(lt(carrierEvents.at, ago("90 days")));
  const isUnanswered = isNull(subscriptionAsks.joinedAt);
  await writeDb.delete(subscriptionAsks).where(and(isUnanswered, lt(subscriptionAsks.askedAt, ago("7 days"))));
  await writeDb.delete(unsubscribeLinks).where(lt(unsubscribeLinks.createdAt, ago("1 year")));
  await writeDb.delete(inboundStrays).where(lt(inboundStrays.at, ago("90 days")));
  await writeDb.delete(inboundSeen).where(lt(inboundSeen.at, ago("90 days")));
  await writeDb.delete(loginCounts).where(lt(loginCounts.at, ago("35 days")));
  await writeDb.delete(refusedLogins).where(lt(refusedLogins.at, ago("90 days")));
  await writeDb.delete(mailbox).where(lt(mailbox.createdAt, ago("30 days")));
}
