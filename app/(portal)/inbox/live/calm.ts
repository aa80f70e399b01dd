/** What follows so soon upon the last time waits until it has been quiet for a while, but no longer than people do. */
const SOON_MS = 1500;
const QUIET_MS = 600;
const LONGEST_MS = 4000;

/** What stands open before somebody waits for no quiet: it is done so often at most. */
const OPEN_MS = 800;

/** Does `work` at once for what comes alone, and once more for all of a burst. */
export function calm(work: () => void) {
  const state = { last: Number.NEGATIVE_INFINITY, latest: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  function run() {
    timer = undefined;
    state.last = Date.now();
    work();
  }
  return {
    /** `open`: for what somebody has open before them, and not for one of many in a list. */
    ask(about: "open" | "list" = "list") {
      const now = Date.now();
      if (!timer && now - state.last > SOON_MS) return run();
      if (!timer) state.latest = now + LONGEST_MS;
      if (about === "open") state.latest = Math.min(state.latest, state.last + OPEN_MS);
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(now + QUIET_MS, state.latest) - now));
    },
    stop: () => clearTimeout(timer),
  };
}
