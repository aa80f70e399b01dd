import { setTimeout as sleep } from "node:timers/promises";

/** Far more than the work takes, so that it never shows; short enough not to be felt as slow. */
const BEAT = 500;

/**
 * Answers on the beat, counted from the start, whatever there was to do. The work is done before the answer, so that
 * nothing is lost; if it takes longer than one beat, the answer waits for the next.
 */
export async function inSteadyTime<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    await sleep(BEAT - ((performance.now() - began) % BEAT));
  }
}
