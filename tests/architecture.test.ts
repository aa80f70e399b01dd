import { describe, expect, test } from "vitest";
import { arrows } from "./support/house/arrows";
import { doors } from "./support/house/doors";
import { habits } from "./support/house/habits";
import { houseOf, thisHouse } from "./support/house/house";
import { map, routeOf } from "./support/house/map";
import { permissions } from "./support/house/permissions";

const house = thisHouse();

test("the rules look at the whole house", () => {
  const rooms = ["app/", "components/", "db/", "lib/", "scripts/", "tests/"];
  const counts = rooms.map((room) => house.files.filter(({ path }) => path.startsWith(room)).length);
  expect(Math.min(...counts)).toBeGreaterThan(5);
  expect(house.files.length).toBeGreaterThan(150);
  const local = house.files.flatMap(({ imports }) => imports).filter(({ to }) => house.exists(to));
  expect(local.length).toBeGreaterThan(300);
});

const rules = [...arrows, ...doors, ...habits, ...map, ...permissions].map((rule) => [rule.says, rule] as const);

describe.each(rules)("%s", (_, { breaches, planted }) => {
  test("it is so", () => expect(breaches(house)).toEqual([]));
  test("a breach is found", () => expect(breaches(houseOf(planted))).not.toEqual([]));
});

test("imports are read in all their forms", () => {
  const { files } = houseOf({
    "lib/a.ts": `import "./b"; import type { T } from "@/db"; import { type U } from "next/link";
      export * from "../lib/c"; const d = () => import("@/lib/d");`,
    "lib/b.ts": "",
    "lib/c.tsx": "",
    "db/index.ts": "",
  });
  expect(files[0]?.imports).toEqual([
    { to: "lib/b.ts", kind: "value" },
    { to: "db/index.ts", kind: "type" },
    { to: "next/link", kind: "type" },
    { to: "lib/c.tsx", kind: "value" },
    { to: "lib/d", kind: "dynamic" },
  ]);
});

test("a file of the app is known by its address", () => {
  expect(routeOf("app/(portal)/admin/users/[memberId]/page.tsx")).toBe("/admin/users/{}");
  expect(routeOf("app/page.tsx")).toBe("/");
  expect(routeOf("app/api/health/route.ts")).toBe("/api/health");
});
