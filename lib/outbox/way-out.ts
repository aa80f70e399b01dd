import { sql } from "drizzle-orm";
import { cache } from "react";
import { byIndex } from "@/db";
import { outbox } from "@/db/schema";
import { DENIED } from "../email/verdict";
import { canDeliver } from "./send/deliver";

/** How emails leave just now: they do, nobody has set it up, or the provider takes none of ours. */
export type WayOut = "open" | "not set up" | "denied";

/** Whoever is refused is tried again in a minute, so stands behind all that is due. */
const LOOKED_AT = 100;

export const wayOut = cache(async (): Promise<WayOut> => {
  if (!canDeliver()) return "not set up";
  const [refused] = await byIndex.execute(sql`
    select from (select ${outbox.error} from ${outbox} where ${outbox.state} = 'queued'
      order by ${outbox.nextAt} desc limit ${LOOKED_AT}) newest
    where starts_with(error, ${DENIED}) limit 1`);
  return refused ? "denied" : "open";
});

/** What a page promises while emails leave, and what is so while none does. */
export const ifMailed = async (sent: string, otherwise: string): Promise<string> =>
  (await wayOut()) === "open" ? sent : otherwise;

/**
 * The same for pages that anybody may see: they go by the settings alone, so that what has become of one person's email
 * shows in nothing.
 */
export const ifSetUp = (sent: string, otherwise: string): string => (canDeliver() ? sent : otherwise);

type Said = {
  /** While emails leave. */
  sent: string;
  /** What is so in any case. */
  done: string;
  /** What to do about it oneself. */
  instead: string;
};

/** Words about an email that was queued just now: none is called sent that can't be. */
export async function emailWords({ sent, done, instead }: Said): Promise<string> {
  const way = await wayOut();
  if (way === "open") return sent;
  const why = way === "denied" ? "The email provider refuses Lineup's emails" : "Email is not set up";
  return `${done} ${why}: ${instead}.`;
}
