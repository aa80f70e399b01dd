import { expect, test } from "vitest";
import type { HereNews } from "./news";
import { forgetAbsent, keepPresent, presentAt } from "./present";

const news = (memberId: string, state: HereNews["state"]): HereNews => ({
  ...{ about: "here", accountId: "a", numberId: "n", conversationId: "t", memberId, state },
  name: memberId.toUpperCase(),
});
const there = () => [...presentAt("t").values()].map(({ name, state }) => `${name} ${state}`);

test("who is at a thread is news once, until they do something else, leave, or are heard of no more", () => {
  expect(keepPresent(news("ana", "came"), 0)).toBe(true);
  expect(keepPresent(news("ben", "reading"), 1000)).toBe(true);
  expect(keepPresent(news("ben", "reading"), 6000)).toBe(false);
  expect(keepPresent(news("ben", "writing"), 7000)).toBe(true);
  expect(keepPresent(news("ben", "came"), 8000)).toBe(false);
  expect(there()).toEqual(["ANA reading", "BEN writing"]);
  expect(forgetAbsent(12_000)).toMatchObject([{ memberId: "ana", state: "gone", conversationId: "t" }]);
  expect(there()).toEqual(["BEN writing"]);
  expect(keepPresent(news("ben", "gone"), 13_000)).toBe(true);
  expect(keepPresent(news("ben", "gone"), 13_000)).toBe(false);
  expect(there()).toEqual([]);
});
