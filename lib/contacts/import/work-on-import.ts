import { type SQL, sql } from "drizzle-orm";
import { can } from "../../access/can";
import { viewerOfMember } from "../../auth/session/viewer-of-member";
import { keepBooks } from "../../change";
import { isPassing } from "../../constraints";
import { NotFound } from "../../errors";
import { log } from "../../log";
import { holding } from "../../worker/lease";
import {
  type Came,
  type ClaimedImport,
  claimImport,
  heldImport,
  isAnotherDue,
  leaveImport,
  renewImport,
} from "./claim";
import { readSlice } from "./read-slice";
import { stageRows } from "./stage-rows";
import { TAKEN_AT_ONCE, takeSlice } from "./take-slice";

/**
 * Reads the lists that wait for it, and takes in those that are confirmed, slice by slice in turn, until nothing is due. Any
 * number of workers share them.
 */
export async function workOnImports(stop?: AbortSignal): Promise<void> {
  while (!stop?.aborted) {
    const list = await claimImport();
    if (!list) return;
    const turn = { stop, isOver: () => isAnotherDue(list) };
    await workOn(list, turn).catch((error: unknown) => giveUp(error, list));
  }
}

/** The same for one that is short enough to wait for, and held since it was written; a worker goes on with it if this fails. */
export async function workOnImport(id: string): Promise<void> {
  const list = await heldImport(id);
  if (list)
    await workOn(list, { isOver: async () => false }).catch(
      (error: unknown) => void log.error("import.interrupted", error),
    );
}

/** `isOver` is asked after each slice, so that whoever's turn it is gets on. */
type Turn = { stop?: AbortSignal | undefined; isOver: () => Promise<boolean> };

async function workOn(list: ClaimedImport, turn: Turn): Promise<void> {
  const came = await holding(
    () => renewImport(list),
    () => (list.readAt === null ? read(list, turn) : takeIn(list, turn)),
  );
  await leaveImport(list, came);
}

/** A database that is away ends the try, and the list waits; whatever else fails would fail again. */
async function giveUp(error: unknown, list: ClaimedImport): Promise<void> {
  if (isPassing(error)) throw error;
  const event = log.error("import.failed", error, { importId: list.id });
  const problem = `Something went wrong on our side (event ${event}). What has been imported so far stays.`;
  await leaveImport(list, { problem });
}

async function read(list: ClaimedImport, { stop, isOver }: Turn): Promise<Came> {
  const viewer = await viewerOfMember(list.madeBy);
  if (!viewer) return { problem: GONE };
  if (list.text !== null) {
    const problem = await stageRows(list);
    if (problem) return { problem, text: null };
    if (list.text.length > MANY) await countAnew(sql`contact_import_rows`);
  }
  while (!stop?.aborted) if (!(await readSlice(viewer, list.id)) || (await isOver())) break;
  return {};
}

/** Slice by slice, each whole or not at all, with the rights that its maker has at that moment. */
async function takeIn(list: ClaimedImport, { stop, isOver }: Turn): Promise<Came> {
  for (let slice = Math.floor(list.takenTo / TAKEN_AT_ONCE) + 1; !stop?.aborted; slice++) {
    const viewer = await viewerOfMember(list.madeBy);
    if (!viewer || !can(viewer, "contacts.manage")) return { problem: GONE };
    const isMore = await takeSlice(viewer, list.id).catch((error: unknown) => {
      // Rights that changed meanwhile are asked again.
      if (error instanceof NotFound) return true;
      throw error;
    });
    if (!isMore) break;
    if (ANALYZED_AFTER.has(slice)) await countAnew(IMPORTED);
    if (await isOver()) break;
  }
  return {};
}

/**
 * PostgreSQL plans by what it counted last, which may have been before any of these rows were there: a slice that takes
 * half a second took ten then, and was given up. So it counts anew where many have just come, for as long as that takes.
 */
const countAnew = (tables: SQL) =>
  keepBooks(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '5min'`);
    await tx.execute(sql`analyze ${tables}`);
  });

/** Of contacts no more than how they are found: their words are counted five times as closely, by a million for many seconds. */
const IMPORTED = sql`contact_import_rows, contacts (id, account_id, phone, merged_into, deleted_at), contact_group_members, consent_events`;

/** Signs of a list whose rows are no handful. */
const MANY = 100_000;

/** Slices after which there are ten times as many as before. */
const ANALYZED_AFTER = new Set([1, 10, 100]);

const GONE = "The person who imports it has no right to do so any more.";
