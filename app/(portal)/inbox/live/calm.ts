/** Longer ago than this was the last time of what is done at once. */
const ALONE_MS = 800;

/** What follows sooner is done so long after the last time. */
const SECOND_MS = 900;

/** Unless still more comes, in what our server tells next (lib/live/together.ts) or many at a time: until it has been quiet for so long. */
const NEXT_MS = 600;
const MANY = 3;
const QUIET_MS = 900;

/** But no longer than people wait. */
const LONGEST_MS = 5000;

/** `open`: what somebody has open before them, which waits for no quiet, and not one or many of a list. */
type About = "open" | "one" | "many";

/** What has changed, to a page that shows `thread`. Where none is named they are more than that. */
export function aboutOf(ids: readonly string[], thread?: string): About {
  if (thread && (ids.length === 0 || ids.includes(thread))) return "open";
  return ids.length === 0 || ids.length >= MANY ? "many" : "one";
}

/** Does `work` at once for what comes alone, and once more for all of a burst. It never waits for what became of it. */
export function calm(work: () => void) {
  const state = { last: Number.NEGATIVE_INFINITY, asked: 0, due: 0, latest: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  function run() {
    timer = undefined;
    state.last = Date.now();
    work();
  }
  return {
    ask(about: About) {
      const now = Date.now();
      const goesOn = about === "many" || (timer && now - state.asked < NEXT_MS);
      state.asked = now;
      if (!timer && now - state.last >= ALONE_MS) return run();
      if (!timer) Object.assign(state, { due: state.last + SECOND_MS, latest: now + LONGEST_MS });
      if (goesOn) state.due = now + QUIET_MS;
      if (about === "open") state.latest = Math.min(state.latest, state.last + ALONE_MS);
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(state.due, state.latest) - now));
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
