import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds. Far more than the work takes, so that it never shows; short enough not to be felt as slow. */
const BEAT = { answer: 500, refusal: 250 };

const untilBeat = (began: number, beat: number) => sleep(beat - ((performance.now() - began) % beat));

/**
 * Answers on the beat, counted from the start, whatever there was to do. The work is done before the answer, so that
 * nothing is lost; if it takes longer than one beat, the answer waits for the next.
 */
export async function inSteadyTime<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    await untilBeat(began, BEAT.answer);
  }
}

/** The same for failures alone: who gets in does not wait. */
export async function refusedInSteadyTime<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } catch (refusal) {
    await untilBeat(began, BEAT.refusal);
    throw refusal;
  }
}
