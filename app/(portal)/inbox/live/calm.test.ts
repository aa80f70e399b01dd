import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { together } from "@/lib/live/together";
import { aboutOf, calm } from "./calm";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As many, evenly. */
type Texts = {
  many: number;
  within: number;
  /** All of them are in the thread that stands open. */
  isOpen?: true;
  /** Of customers; else each has its own. */
  of?: number;
  /** Each second hint comes so much later. */
  late?: number;
};

/** When a page asks anew, for texts of which our server tells as it does; and how long the slowest of them waits to be asked for. */
function askedFor({ many, within, isOpen, of = many, late = 0 }: Texts) {
  const began = Date.now();
  const at = () => Date.now() - began;
  const times: number[] = [];
  const texts = Array.from({ length: many }, (_, n) => Math.floor((n * within) / many));
  const asking = calm(() => times.push(at()));
  const server = { news: new Set<string>(), told: 0 };
  const telling = together(() => {
    const ids = [...server.news];
    server.news.clear();
    if (ids.length > 0) setTimeout(() => asking.ask(aboutOf(ids, isOpen && "0")), server.told++ % 2 ? late : 0);
    return ids.length > 0;
  });
  for (const [nth, text] of texts.entries()) {
    if (text > at()) vi.advanceTimersByTime(text - at());
    server.news.add(String(isOpen ? 0 : nth % of));
    telling.soon();
  }
  vi.advanceTimersByTime(20_000);
  const waits = texts.map((text) => (times.find((time) => time >= text) ?? Number.POSITIVE_INFINITY) - text);
  return { times, slowest: Math.max(...waits), afterEnd: (times.at(-1) ?? 0) - (texts.at(-1) ?? 0) };
}

/** The longest pause between two. */
const longest = (times: readonly number[]) => Math.max(...times.slice(1).map((time, at) => time - (times[at] ?? 0)));

test("a text that comes alone is asked for once, at once", () => {
  const { times, slowest } = askedFor({ many: 1, within: 0 });
  expect(times).toHaveLength(1);
  expect(slowest).toBeLessThan(10);
});

test("two hundred of one commit are asked for once, at once", () => {
  expect(askedFor({ many: 200, within: 0 }).times).toHaveLength(1);
});

test.each([
  { many: 2, within: 300 },
  { many: 200, within: 1000 },
  { many: 200, within: 1300, late: 200 },
  { many: 200, within: 2500, late: 200 },
  { many: 200, within: 4000 },
  { many: 200, within: 4500, late: 350 },
  { many: 200, within: 1000, of: 1 },
  { many: 200, within: 4000, of: 1 },
])(
  "of $many within $within ms (of $of, told $late late) the first is asked for at once, and all once more when it is over",
  (burst) => {
    const { times, afterEnd } = askedFor(burst);
    expect(times).toHaveLength(2);
    expect(times[0]).toBeLessThan(10);
    expect(afterEnd).toBeLessThan(1700);
  },
);

test.each([800, 1000, 2000])("each of those that come every %i ms is asked for at once", (every) => {
  const { times, slowest } = askedFor({ many: 30, within: 30 * every });
  expect(times).toHaveLength(30);
  expect(slowest).toBeLessThan(50);
});

test.each([620, 700, 780])("of those that come every %i ms none waits for long", (every) => {
  expect(askedFor({ many: 30, within: 30 * every }).slowest).toBeLessThan(900);
});

test("what goes on and on is asked for now and then", () => {
  const { times } = askedFor({ many: 2000, within: 60_000 });
  expect(times.length).toBeLessThan(14);
  expect(longest(times)).toBeLessThan(5500);
});

test("what stands open is never a second behind, however much comes", () => {
  const { times, slowest } = askedFor({ many: 2000, within: 20_000, isOpen: true });
  expect(longest(times)).toBeLessThanOrEqual(900);
  expect(slowest).toBeLessThan(1000);
});
