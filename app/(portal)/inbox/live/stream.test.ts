import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calm } from "./calm";
import { live, presence } from "./stream";

/** A browser's, as far as it matters here: what was opened, and what our server says to it. */
class Source extends EventTarget {
  static opened: Source[] = [];
  isClosed = false;
  constructor() {
    super();
    Source.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
  says(event: string, data = "-") {
    if (!this.isClosed) this.dispatchEvent(new MessageEvent(event, { data }));
  }
}

const newest = () => Source.opened.at(-1);
const page = Object.assign(new EventTarget(), { hidden: false });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("EventSource", Source);
  Source.opened = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that has been open for a while: how often it has asked anew since, and how long ago for the first time. */
async function openPage() {
  const times: number[] = [];
  const asking = calm(() => times.push(Date.now()));
  const leave = live((hint) => asking.ask(hint.is === "anew" ? "open" : "one"));
  await vi.advanceTimersByTimeAsync(0);
  newest()?.says("anew");
  vi.advanceTimersByTime(2000);
  newest()?.says("beat");
  const began = Date.now();
  times.length = 0;
  const end = () => {
    asking.stop();
    leave();
    vi.advanceTimersByTime(2000);
  };
  return { asked: () => times.map((time) => time - began), end };
}

/** So long, in which our server beats and answers each stream at once. */
function passes(ms: number) {
  for (let at = 0; at < ms; at += 100) {
    const before = newest();
    vi.advanceTimersByTime(100);
    if (newest() !== before) newest()?.says("anew");
    if (at % 2000 === 0) newest()?.says("beat");
  }
}

test("a page whose stream is cut opens another and asks anew, once, within two seconds", async () => {
  const { asked, end } = await openPage();
  newest()?.dispatchEvent(new Event("error"));
  passes(10_000);
  expect(Source.opened).toHaveLength(2);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(2000);
  end();
});

test("a page that hears nothing any more opens another within five seconds of what it heard last, and asks anew", async () => {
  const { asked, end } = await openPage();
  newest()?.close();
  passes(10_000);
  expect(Source.opened).toHaveLength(2);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(4700);
  end();
});

test("a page that has slept asks anew as soon as it is awake", async () => {
  const { asked, end } = await openPage();
  vi.setSystemTime(Date.now() + 3_600_000);
  passes(5000);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(3_600_000 + 500);
  end();
});

test("a server that answers with errors for a while is not asked more than every few hundred milliseconds", async () => {
  const { end } = await openPage();
  for (let at = 0; at < 10_000; at += 100) {
    newest()?.dispatchEvent(new Event("error"));
    vi.advanceTimersByTime(100);
  }
  expect(Source.opened.length).toBeLessThan(34);
  expect(Source.opened.length).toBeGreaterThan(5);
  end();
});

/** As a browser's: whoever has what they ask for keeps it until their work is done. */
function lockedBy(owner: { has: boolean }) {
  const request = (_: string, { ifAvailable }: LockOptions, work: (lock: unknown) => unknown) =>
    new Promise(() => {
      if (!owner.has) return void work({});
      if (ifAvailable) work(null);
    });
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal(
    "BroadcastChannel",
    class extends EventTarget {
      postMessage() {}
      close() {}
    },
  );
}

/** What a page hears that is seen for the first time, with a thread before somebody. */
async function heardByNewPage() {
  const told: string[] = [];
  const leave = [presence(() => undefined), live(({ is }) => told.push(is))];
  await vi.advanceTimersByTimeAsync(50);
  newest()?.says("anew");
  const end = () => {
    for (const each of leave) each();
    vi.advanceTimersByTime(2000);
  };
  return { told, end };
}

test.each([true, false])(
  "what a page shows is asked for once it keeps up, once (another tab has the stream: %s)",
  async (has) => {
    lockedBy({ has });
    const { told, end } = await heardByNewPage();
    expect(Source.opened).toHaveLength(has ? 0 : 1);
    expect(told).toEqual(["anew"]);
    end();
  },
);

test("what is told between two pages is asked for by the second", async () => {
  const leaveFirst = live(() => undefined);
  await vi.advanceTimersByTimeAsync(50);
  newest()?.says("anew");
  leaveFirst();
  newest()?.says("changed", "42");
  const told: string[] = [];
  const leave = live(({ is }) => told.push(is));
  await vi.advanceTimersByTimeAsync(50);
  expect(Source.opened).toHaveLength(1);
  expect(told).toEqual(["anew"]);
  leave();
  vi.advanceTimersByTime(2000);
});
