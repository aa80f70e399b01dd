import { can } from "../../access/can";
import { viewerOfMember } from "../../auth/session/viewer-of-member";
import { keepBooks } from "../../change";
import { isPassing } from "../../constraints";
import { NotFound } from "../../errors";
import { log } from "../../log";
import { holding } from "../../worker/lease";
import { type ClaimedBatch, claimBatch, finishBatch, releaseBatch, renewBatch } from "./batch-claim";
import { failRows } from "./batch-rows";
import { inviteChunk } from "./invite-chunk";

/** Rows a change. Short enough that nobody else who changes the company waits for long. */
const CHUNK = 100;

/** Others may be quicker a few times; more often there is something wrong with the row. */
const MOST_STUCK = 10;

/** Sends what has been confirmed until nothing is due, for the worker. Any number of workers share the batches. */
export async function sendDueBatches(stop?: AbortSignal): Promise<void> {
  while (!stop?.aborted) {
    const batch = await claimBatch();
    if (!batch) return;
    await holding(
      () => renewBatch(batch),
      () => sendBatch(batch, stop),
    );
  }
}

/**
 * Chunk by chunk, each whole or not at all, with the rights that the inviter has at that moment. A chunk that fails is
 * tried in smaller ones, until the row that is to blame stands alone and is left behind.
 */
async function sendBatch(batch: ClaimedBatch, stop: AbortSignal | undefined): Promise<void> {
  let size = CHUNK;
  let stuck = 0;
  while (!stop?.aborted) {
    const viewer = await viewerOfMember(batch.invitedBy);
    if (!viewer || !can(viewer, "users.manage")) {
      const problem = "The person who invited has no right to do so any more.";
      await keepBooks((tx) => failRows(tx, batch.id, { problem }));
      return void (await finishBatch(batch));
    }
    const outcome = await inviteChunk(viewer, batch, size).catch((error: unknown) => failed(error, batch, size));
    if (outcome === "none") return void (await finishBatch(batch));
    stuck = outcome === "stuck" ? stuck + 1 : 0;
    if (stuck > MOST_STUCK) await leaveBehind(new Error("a row could not be invited"), batch);
    size = outcome === "some" ? Math.min(size * 2, CHUNK) : Math.ceil(size / 4);
  }
  await releaseBatch(batch);
}

/** Rights that changed meanwhile are asked again; a database that is away ends the try, and the batch waits. */
async function failed(error: unknown, batch: ClaimedBatch, size: number): Promise<"some" | "stuck"> {
  if (error instanceof NotFound) return "stuck";
  if (isPassing(error)) throw error;
  if (size > 1) return "stuck";
  await leaveBehind(error, batch);
  return "some";
}

async function leaveBehind(error: unknown, batch: ClaimedBatch): Promise<void> {
  const event = log.error("invitation.failed", error, { batchId: batch.id });
  const problem = `Something went wrong on our side (event ${event}). Invite this person again.`;
  await keepBooks((tx) => failRows(tx, batch.id, { problem, limit: 1 }));
}
