/** So long what has just been told keeps what follows; while it goes on, half as long again each time. */
const FIRST_MS = 250;
const LONGEST_MS = 500;

/** Tells the first at once, with all of the same commit, and what follows together. `tell` answers whether there was anything. */
export function together(tell: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(pause: number) {
    timer = setTimeout(() => {
      timer = undefined;
      if (tell()) wait(Math.min(Math.max(1.5 * pause, FIRST_MS), LONGEST_MS));
    }, pause);
  }
  return {
    soon() {
      if (!timer) wait(0);
    },
    stop: () => clearTimeout(timer),
  };
}
