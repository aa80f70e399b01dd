import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import pLimit from "p-limit";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "./change";
import { isPassing, sqlState } from "./constraints";

const MOST = 100;

/** So often a batch begins at most: it costs the processor much the same for one as for ten, and a carrier waits for seconds. */
const EVERY_MS = 25;

/** Somebody holds a row that one of them wants: the others don't wait for that. */
const PATIENCE = sql.raw("set local lock_timeout = '2s'");
const HELD = "55P03";

/** Of those that are tried by themselves: one that waits for a row leaves room for the next. */
const AT_ONCE = 2;

type Batches<T> = {
  /** `waited`: for how many milliseconds one that is tried by itself has been here. */
  work: (tx: WriteTx, items: readonly T[], waited: number) => Promise<void>;
  /** The same in one statement, that waits for rows no longer than `work` does; false where it can't be, and nothing was kept. */
  atOnce?: (items: readonly T[]) => Promise<boolean>;
  /** Those of one key are taken in the order in which they came. */
  keyOf: (item: T) => string;
};

type Waiting<T> = { item: T; came: number; done: () => void; fail: (error: unknown) => void };

/**
 * Books that are kept many at a time: what comes while a transaction is under way goes into the next, since a commit costs a
 * hundred no more than one. Each is answered once its own is kept. Where they fail together each is tried by itself, unless
 * there is no database just now.
 */
export function inBatches<T>({ work, atOnce, keyOf }: Batches<T>): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  const trying = new Map<string, Promise<void>>();
  const few = pLimit(AT_ONCE);
  const state = { isAtWork: false, nextAt: 0 };

  async function takeAll() {
    state.isAtWork = true;
    while (waiting.length > 0) {
      const pause = state.nextAt - performance.now();
      if (pause > 0 && waiting.length < MOST) await sleep(pause);
      state.nextAt = performance.now() + EVERY_MS;
      await take(waiting.splice(0, MOST));
    }
    state.isAtWork = false;
  }

  async function take(these: readonly Waiting<T>[]) {
    const isBehind = ({ item }: Waiting<T>) => trying.has(keyOf(item));
    const batch = these.filter((each) => !isBehind(each));
    these.filter(isBehind).forEach(tryAlone);
    if (batch.length === 0) return;
    try {
      const items = batch.map(({ item }) => item);
      // With the first of theirs, on one way.
      if (!(await atOnce?.(items)))
        await keepBooks((tx) => Promise.all([tx.execute(PATIENCE).then(), work(tx, items, 0)]));
      for (const { done } of batch) done();
    } catch (error) {
      if (isPassing(error) && sqlState(error) !== HELD) for (const { fail } of batch) fail(error);
      else batch.forEach(tryAlone);
    }
  }

  function tryAlone({ item, came, done, fail }: Waiting<T>) {
    const key = keyOf(item);
    const before = trying.get(key) ?? Promise.resolve();
    const alone = () => keepBooks((tx) => work(tx, [item], performance.now() - came));
    const tried = before.then(() => few(alone)).then(done, fail);
    trying.set(key, tried);
    void tried.then(() => trying.get(key) === tried && trying.delete(key));
  }

  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, came: performance.now(), done, fail });
      if (!state.isAtWork) void takeAll();
    });
}
