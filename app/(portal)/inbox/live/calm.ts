/** What follows so soon upon the last time waits until it has been quiet for a while, but no longer than people do. */
const SOON_MS = 1500;
const QUIET_MS = 600;
const LONGEST_MS = 4000;

/** Does `work` at once for what comes alone, and once more for all of a burst. */
export function calm(work: () => void) {
  const state = { last: Number.NEGATIVE_INFINITY, first: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  function run() {
    timer = undefined;
    state.last = Date.now();
    work();
  }
  return {
    ask() {
      const now = Date.now();
      if (!timer && now - state.last > SOON_MS) return run();
      if (!timer) state.first = now;
      clearTimeout(timer);
      timer = setTimeout(run, Math.min(QUIET_MS, Math.max(0, state.first + LONGEST_MS - now)));
    },
    stop: () => clearTimeout(timer),
  };
}
