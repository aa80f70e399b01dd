import { type SQL, sql } from "drizzle-orm";
import type { Counted } from "@/db/schema/campaigns";
import { ownWays } from "../messages/consent";
import type { CampaignState } from "./campaigns-query";

const recipients = sql`from campaign_recipients r where r.campaign_id = campaigns.id`;

/** Never a flag: there is nobody left who waits, and no text that waits for the carrier. */
const isFinished = sql`campaigns.state = 'sending' and campaigns.frozen_at is not null
  and not exists (select ${recipients} and r.state in ('waiting', 'queued'))`;

/** Whether somebody's turn is still to come, or whose text is still to leave. Looked up: no plan gathers all who wait. */
export const isAnybodyWaiting = (campaign: SQL) => sql<boolean>`coalesce((select true from campaign_recipients r
  where r.campaign_id = ${campaign} and r.state = 'waiting' order by r.zone, r.contact_id limit 1), false)`;
export const isAnybodyLeft = (campaign: SQL) => sql<boolean>`(${isAnybodyWaiting(campaign)} or coalesce((select true
  from campaign_recipients r where r.campaign_id = ${campaign} and r.state = 'queued' limit 1), false))`;

export const stateNow = sql<CampaignState>`case when ${isFinished} then 'finished' else campaigns.state::text end`;

/** As the worker has counted them where they are many, else just now. */
const count = (name: keyof Counted["figures"], which: SQL) =>
  sql<number>`coalesce((campaigns.counted #>> ${`{figures,${name}}`})::int, (select count(*)::int ${recipients} and ${which}))`;

/** Whoever writes within three days of the text answers it. */
export const hasReplied = sql`exists (select from messages sent join messages reply on reply.conversation_id = sent.conversation_id
  where sent.id = r.message_id and reply.direction = 'in' and reply.at between r.sent_at and r.sent_at + interval '72 hours')`;

/** Of an opt-out `o`: they said so themselves, by text or link; nobody did it for them. Of who was erased since, only that is kept with its time. */
const byThemselves = sql`o.how in (${ownWays}, 'erasure')`;

/** Of an opt-out `o` and a recipient `r`: whoever was sent the text and then wanted no more. */
export const leftAfter = sql`o.account_id = r.account_id and o.phone = r.phone and o.since >= r.sent_at and ${byThemselves}`;

/** Of a recipient `r`. */
export const hasLeft = sql`exists (select from opt_outs o where ${leftAfter})`;

/** Of a campaign's recipients, asked of their rows. */
export const figures = {
  recipients: count("recipients", sql`true`),
  waiting: count("waiting", sql`r.state in ('waiting', 'queued')`),
  /** Accepted by the carrier. */
  sent: count("sent", sql`r.sent_at is not null`),
  delivered: count("delivered", sql`r.state = 'delivered'`),
  failed: count("failed", sql`r.state = 'failed'`),
  /** Not sent, because it was stopped or their hours had ended. */
  left: count("left", sql`r.state = 'left'`),
  replies: count("replies", sql`r.sent_at is not null and ${hasReplied}`),
  optOuts: count("optOuts", sql`r.sent_at is not null and ${hasLeft}`),
};
