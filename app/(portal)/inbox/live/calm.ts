/** What follows so soon upon another waits until it has been quiet for a while, but no longer than people do. */
const SOON_MS = 1200;
const QUIET_MS = 800;
const LONGEST_MS = 4000;

/** What stands open before somebody waits for no quiet: it is done so often at most. */
const OPEN_MS = 800;

/**
 * Does `work` at once for what comes alone, once more for all of a burst, and after longer and longer pauses while it goes on.
 * Never twice at a time: what comes meanwhile is for the next time, which begins when this one has ended.
 */
export function calm(work: () => Promise<unknown>) {
  const long = Number.NEGATIVE_INFINITY;
  const state = { heard: long, last: long, latest: 0, quiet: QUIET_MS, isAtWork: false, isStopped: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: (() => void) | undefined;

  function run() {
    timer = undefined;
    if (state.isStopped) return;
    if (state.isAtWork) {
      next = run;
      return;
    }
    next = undefined;
    state.last = Date.now();
    state.isAtWork = true;
    void work().then(atRest, atRest);
  }

  function atRest() {
    state.isAtWork = false;
    next?.();
  }

  function runLater() {
    state.quiet = Math.min(2 * state.quiet, LONGEST_MS);
    run();
  }

  return {
    /** `open`: for what somebody has open before them, and not for one of many in a list. */
    ask(about: "open" | "list" = "list") {
      const now = Date.now();
      const isAlone = now - state.heard > SOON_MS;
      state.heard = now;
      if (next) return;
      if (isAlone) state.quiet = QUIET_MS;
      if (!timer) state.latest = now + LONGEST_MS;
      if (about === "open") state.latest = Math.min(state.latest, state.last + OPEN_MS);
      clearTimeout(timer);
      const wait = Math.min(isAlone ? state.last + OPEN_MS : now + state.quiet, state.latest) - now;
      if (wait <= 0) return run();
      timer = setTimeout(isAlone ? run : runLater, wait);
    },
    stop() {
      state.isStopped = true;
      clearTimeout(timer);
    },
  };
}
