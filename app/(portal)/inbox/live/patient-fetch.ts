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
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const lost = new AbortController();
      const timer = setTimeout(() => lost.abort(), LOST_MS);
      const signals = init?.signal ? [init.signal, lost.signal] : [lost.signal];
      try {
        const answer = await own(input, { ...init, signal: AbortSignal.any(signals) });
        // To its end: it may be cut in the middle as well.
        await answer.clone().arrayBuffer();
        return answer;
      } catch (error) {
        if (!(error instanceof TypeError) && !lost.signal.aborted) throw error;
        await new Promise((wake) => setTimeout(wake, pause));
      } finally {
        clearTimeout(timer);
      }
    }
  };
  return () => {
    window.fetch = own;
  };
}
