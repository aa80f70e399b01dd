import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { planted } from "./planted/all";
import { withBug } from "./planted/planted";

/** `npm run test:planted` plants each and runs the tests that must notice it; here, only whether it can still be planted. */
test.each(planted.map((bug) => [bug.says, bug] as const))("%s", (_, bug) => {
  expect(withBug(bug)).toContain(bug.put);
  expect(bug.tests.filter((file) => !existsSync(file))).toEqual([]);
});

test("each is a bug of its own", () => {
  expect(planted.length).toBeGreaterThan(30);
  expect(new Set(planted.map(({ says }) => says)).size).toBe(planted.length);
});
