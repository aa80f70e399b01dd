import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calm } from "./calm";
import { live } from "./stream";

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
function openPage() {
  const times: number[] = [];
  const asking = calm(() => times.push(Date.now()));
  const leave = live((hint) => asking.ask(hint.is === "anew" ? "open" : "one"));
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

test("a page whose stream is cut opens another and asks anew, once, within two seconds", () => {
  const { asked, end } = openPage();
  newest()?.dispatchEvent(new Event("error"));
  passes(10_000);
  expect(Source.opened).toHaveLength(2);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(2000);
  end();
});

test("a page that hears nothing any more opens another within five seconds of what it heard last, and asks anew", () => {
  const { asked, end } = openPage();
  newest()?.close();
  passes(10_000);
  expect(Source.opened).toHaveLength(2);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(4700);
  end();
});

test("a page that has slept asks anew as soon as it is awake", () => {
  const { asked, end } = openPage();
  vi.setSystemTime(Date.now() + 3_600_000);
  passes(5000);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toBeLessThan(3_600_000 + 500);
  end();
});

test("a server that answers with errors for a while is not asked more than every few hundred milliseconds", () => {
  const { end } = openPage();
  for (let at = 0; at < 10_000; at += 100) {
    newest()?.dispatchEvent(new Event("error"));
    vi.advanceTimersByTime(100);
  }
  expect(Source.opened.length).toBeLessThan(34);
  expect(Source.opened.length).toBeGreaterThan(5);
  end();
});
