import { setTimeout as sleep } from "node:timers/promises";

/** Far more than anything takes on a busy machine: what has not happened by then hangs. */
const HANGS = 120_000;

/** Waits for what must come, however long it takes; false when it never does. */
export async function until(happened: () => boolean | Promise<boolean>, atMost = HANGS): Promise<boolean> {
  for (const end = Date.now() + atMost; Date.now() < end; await sleep(20)) if (await happened()) return true;
  return false;
}
