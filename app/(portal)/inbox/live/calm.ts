/** Longer ago than this was the last time of what is done at once. */
const ALONE_MS = 800;

/** Else it waits until it has been quiet for so long, which our server is not while more comes (lib/live/together.ts). */
const QUIET_MS = 600;
const BURST_QUIET_MS = 900;

/** But no longer than people do. */
const LONGEST_MS = 5000;

/** Does `work` at once for what comes alone, and once more for all of a burst. It never waits for what became of it. */
export function calm(work: () => void) {
  const state = { last: Number.NEGATIVE_INFINITY, latest: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  function run() {
    timer = undefined;
    state.last = Date.now();
    work();
  }
  return {
    /** `open`: for what somebody has open before them, and not for one of many in a list. It waits for no quiet. */
    ask(about: "open" | "list" = "list") {
      const now = Date.now();
      if (!timer && now - state.last >= ALONE_MS) return run();
      const quiet = timer ? BURST_QUIET_MS : QUIET_MS;
      if (!timer) state.latest = now + LONGEST_MS;
      if (about === "open") state.latest = Math.min(state.latest, state.last + ALONE_MS);
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(now + quiet, state.latest) - now));
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
