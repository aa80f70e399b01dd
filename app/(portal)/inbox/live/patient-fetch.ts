const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 3000;

/** Longer than our server takes to say that it can't answer: no answer comes any more. */
const LOST_MS = 12_000;

/** What Next's router reads a page with. What is sent is never sent again by itself. */
const readsPage = (init: RequestInit | undefined) =>
  (init?.method ?? "GET") === "GET" && new Headers(init?.headers).has("rsc");

/**
 * Next leaves a page for the browser's own words where what it reads by itself is cut. Until this is left again it is read
 * anew, after pauses, as often as it takes; also where no answer comes.
 */
export function readPatiently(): () => void {
  const own = window.fetch;
  window.fetch = async (input, init) => {
    if (!readsPage(init)) return own(input, init);
    const isLeft = () => init?.signal?.aborted === true;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const lost = new AbortController();
      const giveUp = () => lost.abort();
      const timer = setTimeout(giveUp, LOST_MS);
      if (isLeft()) giveUp();
      init?.signal?.addEventListener("abort", giveUp, { once: true });
      try {
        // Past what the browser stores: there, all tabs that ask for one page wait for the first of them.
        const answer = await own(input, { ...init, cache: "no-store", signal: lost.signal });
        // To its end: it may be cut in the middle as well.
        await answer.clone().arrayBuffer();
        return answer;
      } catch (error) {
        if (isLeft() || !(error instanceof TypeError || lost.signal.aborted)) throw error;
        await new Promise((wake) => setTimeout(wake, pause));
      } finally {
        clearTimeout(timer);
        init?.signal?.removeEventListener("abort", giveUp);
      }
    }
  };
  return () => {
    window.fetch = own;
  };
}
