/** What our server tells an open page: see lib/web/server/live-stream.ts. Only hints; the page itself asks what is so. */
export type Hint =
  | { is: "changed"; ids: readonly string[] }
  | { is: "anew" }
  /** Rights are others: the lines that are left. */
  | { is: "over"; lines: readonly string[] }
  /** Nobody is logged in any more. */
  | { is: "out" };

/** A colleague at a thread that is before somebody here, too. */
export type Here = { is: "here"; thread: string; member: string; state: string; name: string };

type Hear = (told: Hint | Here) => void;

/** Our server says something every two seconds. Who hears nothing for so long has been cut off, or has slept. */
const SILENCE_MS = 4200;

/** Some sooner than others, so that not all come back at once to a server that has just started. */
const backInMs = () => 300 + Math.random() * 1200;

const words = ({ data }: MessageEvent<string>) => (data === "-" ? [] : data.split(" "));

/** One stream, opened again and again until it is left. */
function openStream(hear: Hear): () => void {
  const state = { heardAt: Date.now(), backAt: 0 };
  let source: EventSource | undefined;

  function open() {
    state.heardAt = Date.now();
    state.backAt = 0;
    const opened = new EventSource("/api/live");
    source = opened;
    const on = (event: string, heard: (event: MessageEvent<string>) => void) =>
      opened.addEventListener(event, (event) => {
        state.heardAt = Date.now();
        heard(event);
      });
    on("beat", () => {});
    on("anew", () => hear({ is: "anew" }));
    on("changed", (event) => hear({ is: "changed", ids: words(event) }));
    on("here", (event) => {
      const [thread = "", member = "", state = "", ...names] = words(event);
      hear({ is: "here", thread, member, state, name: names.join(" ") });
    });
    on("over", (event) => hear({ is: "over", lines: words(event) }));
    on("out", () => hear({ is: "out" }));
    // Its own way of coming back knows no server that answers with an error for a while.
    opened.addEventListener("error", close);
  }

  function close() {
    source?.close();
    source = undefined;
    state.backAt ||= Date.now() + backInMs();
  }

  function openAnew() {
    close();
    open();
  }

  function look() {
    if (source ? Date.now() - state.heardAt > SILENCE_MS : Date.now() >= state.backAt) openAnew();
  }

  const looking = setInterval(look, 300);
  window.addEventListener("online", openAnew);
  open();
  return () => {
    clearInterval(looking);
    window.removeEventListener("online", openAnew);
    source?.close();
  };
}

const NAME = "lineup-live";

/**
 * One stream for all tabs of a browser, which may have six connections to a server at a time: one tab that is seen has it
 * and tells the others. Where a page may not take locks (plain http from another computer) each has its own.
 */
function share(hear: Hear): () => void {
  const { locks } = navigator;
  if (!locks) return openStream(hear);
  const others = new BroadcastChannel(NAME);
  others.addEventListener("message", ({ data }: MessageEvent<Hint | Here>) => hear(data));
  const tell = (hint: Hint | Here) => {
    others.postMessage(hint);
    hear(hint);
  };
  const leaving = new AbortController();
  const { signal } = leaving;
  const lead = () =>
    new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const close = openStream(tell);
      signal.addEventListener("abort", () => {
        close();
        resolve();
      });
    });
  /** The stream of another tab began before this page was heard of: what it told until now has been missed. */
  function follow() {
    if (signal.aborted) return;
    hear({ is: "anew" });
    // One that is left while it still waits for its turn has nothing to end.
    locks.request(NAME, { signal }, lead).catch(() => undefined);
  }
  locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? lead() : follow())).catch(() => undefined);
  return () => {
    leaving.abort();
    others.close();
  };
}

const hearers = new Set<Hear>();
const heard = { hasMissed: false };
let stop: (() => void) | undefined;

function tell(told: Hint | Here) {
  heard.hasMissed = hearers.size === 0;
  for (const each of hearers) each(told);
}

/** Longer than it takes from one page of the Inbox to the next. */
const BETWEEN_PAGES_MS = 1000;

/** Until it is left: `hear` gets what is told of the page's contents while it is seen. */
export const live = (hear: (hint: Hint) => void) => join((told) => told.is !== "here" && hear(told));

/** The same of colleagues at a thread; and when it has to be asked anew who is there. */
export const presence = (hear: (here: Here | "anew") => void) =>
  join((told) => {
    if (told.is === "here") hear(told);
    if (told.is === "anew") hear("anew");
  });

function join(hear: Hear): () => void {
  hearers.add(hear);
  // Once all of the page have joined: each is to be told what the stream begins with.
  queueMicrotask(() => {
    if (hearers.size === 0) return;
    if (heard.hasMissed) tell({ is: "anew" });
    stop ??= whileSeen(tell);
  });
  return () => {
    hearers.delete(hear);
    setTimeout(() => {
      if (hearers.size > 0) return;
      stop?.();
      stop = undefined;
    }, BETWEEN_PAGES_MS);
  };
}

/** Whoever comes to the page, or back to it, may have missed something: each stream begins with that. */
function whileSeen(hear: Hear): () => void {
  let leave: (() => void) | undefined;
  function look() {
    if (!document.hidden && leave) return;
    leave?.();
    leave = document.hidden ? undefined : share(hear);
  }
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    leave?.();
  };
}
