import { setTimeout as sleep } from "node:timers/promises";
import { Cron } from "croner";
import { countCampaigns } from "../campaigns/count-campaigns";
import { runCampaigns } from "../campaigns/send/run-campaigns";
import { carrierHere } from "../carrier/carrier-here";
import { resealErasureKeys } from "../contacts/erase/erasure-key";
import { emptyRemovedFields } from "../contacts/fields/empty-removed";
import { workOnImports } from "../contacts/import/work-on-import";
import { sendDueBatches } from "../invitations/send/send-batch";
import { log } from "../log";
import { answerBack } from "../messages/phone/answering";
import { catchUp } from "../messages/receive/catch-up";
import { takeStrays } from "../messages/receive/take-strays";
import { drainTexts } from "../messages/send/drain-texts";
import { askNumbers } from "../numbers/carrier/ask-numbers";
import { setWebhooks } from "../numbers/carrier/set-webhooks";
import { whenQueued } from "../outbox/enqueue";
import { canDeliver } from "../outbox/send/deliver";
import { drainOutbox } from "../outbox/send/drain";
import { sweep } from "../outbox/sweep";
import { sweepHistory } from "../outbox/sweep-history";
import { countDays } from "../reports/count-days";
import { doorbell } from "./doorbell";

/** Also what was due for another try, and what a lost notification left lying. */
const POLL_MS = 1500;

export type Worker = {
  /** Resolves when the emails under way are settled, at most some fifteen seconds later. */
  stop: () => Promise<void>;
};

/**
 * Sends emails and texts as soon as they are queued, asks for those that came in unheard, works through confirmed invitations and lists of contacts, and removes what is over. Any number may
 * run on one database.
 */
export function startWorker(): Worker {
  if (!carrierHere()) log.info("texts.waiting", { reason: "TWILIO_ACCOUNT_SID is not set; texts stay queued" });
  if (!canDeliver()) log.info("outbox.waiting", { reason: "RESEND_API_KEY is not set; emails stay queued" });
  const bells = {
    ...{ sending: doorbell(), inviting: doorbell(), importing: doorbell() },
    ...{ texting: doorbell(), campaigning: doorbell() },
  };
  const ring = () => Object.values(bells).map((bell) => bell.ring());
  const stopping = new AbortController();
  const listening = whenQueued(ring).catch(() => undefined);
  const cron = { protect: true, unref: true, catch: (error: unknown) => void log.error("sweep.failed", error) };
  const catching = new Cron(
    "*/5 * * * *",
    { ...cron, catch: (error) => void log.error("catch-up.failed", error) },
    async () => {
      await askNumbers();
      await catchUp();
    },
  );
  void catching.trigger();
  const counting = new Cron(
    "2-59/5 * * * *",
    { ...cron, catch: (error) => void log.error("count.failed", error) },
    countDays,
  );
  void counting.trigger();
  const tallying = new Cron(
    "*/5 * * * * *",
    { ...cron, catch: (error) => void log.error("count.failed", error) },
    countCampaigns,
  );
  const sealing = new Cron(
    "17 3 * * *",
    { ...cron, catch: (error) => void log.error("reseal.failed", error) },
    resealErasureKeys,
  );
  void sealing.trigger();
  const sweeping = [
    ...[catching, counting, tallying, sealing],
    ...[new Cron("7 * * * *", cron, sweep), new Cron("37 3 * * *", cron, sweepHistory)],
  ];
  // Side by side: the first of many invitations leave while the last are still being written.
  const running = Promise.all([
    run(bells.sending, drainOutbox, stopping.signal),
    run(bells.inviting, sendDueBatches, stopping.signal),
    run(bells.importing, importing, stopping.signal),
    run(bells.texting, texting, stopping.signal),
    run(bells.campaigning, runCampaigns, stopping.signal),
  ]);
  return {
    async stop() {
      stopping.abort();
      for (const each of sweeping) each.stop();
      ring();
      await running;
      await Promise.race([listening.then((heard) => heard?.unlisten()).catch(() => undefined), sleep(500)]);
    },
  };
}

async function importing(stop: AbortSignal): Promise<void> {
  await workOnImports(stop);
  await emptyRemovedFields(stop);
}

async function texting(stop: AbortSignal): Promise<void> {
  await setWebhooks();
  await takeStrays();
  await drainTexts(stop);
  await answerBack();
}

/** Goes on whatever happens: a database that is away is asked again every second, and said so once. */
async function run(
  bell: ReturnType<typeof doorbell>,
  work: (stop: AbortSignal) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  let trouble: string | undefined;
  while (!stop.aborted) {
    try {
      await work(stop);
      if (trouble) log.info("outbox.recovered");
      trouble = undefined;
      await bell.wait(POLL_MS);
    } catch (error) {
      // A connection that was cut while idle fails its next user, once; only a second failure means more.
      const patience = trouble === undefined ? 50 : 1000;
      if (trouble !== String(error)) log.error("outbox.interrupted", error);
      trouble = String(error);
      await bell.wait(patience);
    }
  }
}
