/** Whatever comes closer together than this is a burst: it waits until it has been quiet for a while, but no longer than people do. */
const BURST_MS = 700;
const QUIET_MS = 800;
const LONGEST_MS = 4000;

/** It is done so often at most, and from one time to the next twice as long passes as it takes: a server that has much to do is asked less. */
const PAUSE_MS = 800;

/**
 * Does `work` at once for what comes alone, and once more for all of a burst. Never twice at a time: what comes meanwhile
 * is for the next time, which begins when this one has ended.
 */
export function calm(work: () => Promise<unknown>) {
  const long = Number.NEGATIVE_INFINITY;
  const state = { last: long, heard: long, latest: 0, pause: PAUSE_MS, isAtWork: false, isStopped: false };
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
    state.pause = Math.min(Math.max(2 * (Date.now() - state.last), PAUSE_MS), LONGEST_MS);
    next?.();
  }

  return {
    /** `open`: for what somebody has open before them, and not for one of many in a list. */
    ask(about: "open" | "list" = "list") {
      const now = Date.now();
      const isBurst = now - state.heard < BURST_MS;
      state.heard = now;
      if (next) return;
      if (!timer) state.latest = now + LONGEST_MS;
      if (about === "open") state.latest = Math.min(state.latest, state.last + PAUSE_MS);
      const wanted = isBurst ? now + QUIET_MS : state.last + state.pause;
      const wait = Math.min(wanted, state.latest) - now;
      clearTimeout(timer);
      if (wait <= 0) return run();
      timer = setTimeout(run, wait);
    },
    stop() {
      state.isStopped = true;
      clearTimeout(timer);
    },
  };
}
