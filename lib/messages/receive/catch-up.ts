import { sql } from "drizzle-orm";
import { db } from "@/db";
import { carrierHere } from "../../carrier/carrier-here";
import { keepBooks } from "../../change";
import { log } from "../../log";
import { endTroubleOfAll } from "../send/trouble";
import { receiveText } from "./receive-text";

/** `until`: now, by the database. */
type Line = { id: string; accountId: string; e164: string; since: Date; until: string };

/**
 * Asks the carrier for what came in while nobody heard it: it tells each text once, and not again. Line by line, since it
 * was last asked with success, and ten minutes more: a newer text that was heard says nothing of those before it. Three days
 * at most.
 */
export async function catchUp(): Promise<void> {
  const carrier = carrierHere();
  if (!carrier || carrier.name === "simulated") return;
  const lines = await db.execute<Line>(sql`
    select n.id, n.account_id as "accountId", n.e164, now()::text as until,
      greatest(coalesce(p.heard_until - interval '10 minutes', n.created_at), now() - interval '3 days') as since
    from numbers n left join line_pace p on p.number_id = n.id
    where n.disabled_at is null order by n.id`);
  let answered = false;
  for (const line of lines) {
    try {
      const found = await carrier.since(new Date(line.since), [line.e164]);
      await Promise.all(found.map((text) => receiveText(carrier, text)));
      await heard(line);
      answered = true;
    } catch (error) {
      // The next round asks for the same again.
      log.info("catch-up.failed", { error: error instanceof Error ? error.message.slice(0, 200) : "no answer" });
    }
  }
  if (answered) await keepBooks(endTroubleOfAll);
}

const heard = ({ id, accountId, until }: Line) =>
  keepBooks(async (tx) => {
    await tx.execute(sql`
      insert into line_pace (number_id, account_id, heard_until) values (${id}, ${accountId}, ${until}::timestamptz)
      on conflict (number_id) do update set heard_until = greatest(line_pace.heard_until, excluded.heard_until)`);
  });
