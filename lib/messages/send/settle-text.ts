import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { campaigns, linePace, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Handed } from "../../carrier/carrier";
import { keepBooks, keepLeases } from "../../change";
import { idsOf } from "../../id-list";
import { log } from "../../log";
import { LEASE } from "../../worker/lease";
import { waitFor } from "../../worker/wait-for";
import { hearState, recordState } from "../record-state";
import { callOffTexts } from "./call-off-texts";
import type { ClaimedText } from "./claim-texts";
import { endTrouble } from "./trouble";

/** Writes down what became of handing a text over; what the carrier took, together with all else that it took just then. */
export async function settleText(text: ClaimedText, handed: Handed): Promise<void> {
  // Taken is taken, whoever holds the lease by now.
  if (handed.kind === "accepted") {
    await hearState({ messageId: text.id, ...handed, isAnswer: true });
    return text.hasTrouble ? endTrouble(text.numberId) : undefined;
  }
  log.info(`text.${handed.kind}`, { messageId: text.id, attempts: text.attempts, error: handed.error });
  if (handed.kind === "refused") return giveUp(text, handed.code);
  // Still unknown since when it was claimed.
  if (handed.kind === "unclear") return void (await held(text, { attempts: text.attempts }));
  if (text.isOld) return giveUp(text, handed.code ?? 0);
  if (handed.denied) await tellDenied(text, handed);
  if (handed.full) await holdLine(text, { seconds: handed.after ?? 1 });
  const seconds = waitFor(text.attempts, handed.full ? { ...handed, busy: true } : handed);
  await waitsAgain(text, { attempts: text.attempts, nextAt: inSeconds(seconds) });
}

const giveUp = (text: ClaimedText, code: number | null): Promise<void> => fail(text, { code });

/** The carrier's code for who has opted out. */
const OPTED_OUT = 21610;

/** They have told us before it came to the carrier. */
export const refuseOptedOut = (text: ClaimedText): Promise<void> => fail(text, { code: OPTED_OUT, isOurs: true });

const fail = async ({ id, lease }: ClaimedText, why: { code: number | null; isOurs?: true }): Promise<void> =>
  void (await recordState({ messageId: id, carrierId: null, state: "failed", ...why }, lease));

/** Our settings, or this line's: whoever looks after them mends it for all, and meanwhile nothing is lost. */
async function tellDenied(text: ClaimedText, { denied, error, after = 60, code }: Handed & { kind: "later" }) {
  const lookAt = denied === "all" ? ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_BASE_URL"] : [text.numberId];
  log.error("carrier.denies", error, { lookAt });
  if (denied === "line") await holdLine(text, { seconds: after, trouble: code ?? null });
}

const holdLine = ({ numberId }: ClaimedText, { seconds, ...why }: { seconds: number; trouble?: number | null }) =>
  keepBooks((tx) =>
    tx
      .update(linePace)
      .set({ nextAt: sql`greatest(${linePace.nextAt}, ${inSeconds(seconds)})`, ...why })
      .where(eq(linePace.numberId, numberId)),
  );

/** Still at work on them. What is just being written down needs no more time. */
export async function renewTexts(ours: readonly ClaimedText[]): Promise<void> {
  const ids = sql.param(ours.map(({ id }) => id));
  const leases = sql.param(ours.map(({ lease }) => lease));
  await keepLeases((tx) =>
    tx.execute(sql`
    update texts set next_at = ${LEASE} from (
      select t.message_id from texts t join unnest(${ids}::uuid[], ${leases}::uuid[]) ours(id, lease)
        on t.message_id = ours.id and t.lease = ours.lease order by t.message_id for update of t skip locked) held
    where texts.message_id = held.message_id`),
  );
}

type Values = PgUpdateSetSource<typeof texts>;

/** Only while the claim is still ours, which ends with this: another worker's knows better. */
export const held = ({ id, lease }: ClaimedText, values: Values): Promise<void> =>
  keepBooks(async (tx) => {
    await tx
      .update(texts)
      .set({ ...values, lease: null })
      .where(stillOurs(id, lease));
  });

/** The carrier has it not: it leaves later, unless its campaign was stopped meanwhile. Taken in the order in which that takes them. */
export const waitsAgain = ({ id, lease, campaignId }: ClaimedText, values: Values): Promise<void> =>
  keepBooks(async (tx) => {
    if (campaignId && (await isStopped(tx, campaignId))) {
      const gone = await tx.delete(texts).where(stillOurs(id, lease)).returning({ id: texts.messageId });
      return callOffTexts(tx, idsOf(gone));
    }
    const again = { ...values, unknownSince: null, searchedAt: null, lease: null };
    await tx.update(texts).set(again).where(stillOurs(id, lease));
  });

async function isStopped(tx: WriteTx, id: string): Promise<boolean> {
  const [campaign] = await tx
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, id))
    .for("share");
  return campaign?.state === "stopped";
}

const stillOurs = (id: string, lease: string) => and(eq(texts.messageId, id), eq(texts.lease, lease));

export const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds}::double precision)`;
