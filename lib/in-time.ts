import { setTimeout as sleep } from "node:timers/promises";

/** What was asked for; undefined where it fails or takes longer than that. */
export function inTime<T>(asked: Promise<T>, ms: number): Promise<T | undefined> {
  const answered = new AbortController();
  const late = sleep(ms, undefined, { signal: answered.signal }).catch(() => undefined);
  return Promise.race([asked.catch(() => undefined), late]).finally(() => answered.abort());
}
