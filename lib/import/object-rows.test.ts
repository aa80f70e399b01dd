import { expect, test } from "vitest";
import { objectRows } from "./object-rows";

const read = (answer: unknown) => {
  const found = objectRows(Buffer.from(JSON.stringify(answer)), { rights: [], most: 10, tooMany: () => "Too many." });
  return found && "text" in found ? found.text : found?.problem;
};

test.each([
  [{ contact: "office@x.example", members: [{ email: "bo@x.example" }] }],
  [{ teams: [{ name: "West" }, { name: "East" }], members: [{ email: "bo@x.example" }] }],
  [{ members: [{ email: "bo@x.example" }], links: [{ href: "https://x.example" }, { href: "" }] }],
  [{ data: { page: 1, users: [{ profile: { email: "bo@x.example" } }] }, admins: [] }],
  [{ data: { users: { edges: [{ cursor: "a", node: { email: "bo@x.example" } }] } } }],
  [{ users: [{ email: "bo@x.example" }], changes: [{ by: "ann@x.example" }, { by: "ann@x.example" }] }],
  [{ data: { user: { login: "ann" }, members: [{ email: "bo@x.example" }], audit: [{ by: "ann@x.example" }] } }],
])("a list of people stands beside what else is said: %j", (answer) => {
  expect(read(answer)).toBe("email\nbo@x.example");
});

test.each([
  [[{ email: "bo@x.example" }, null]],
  [[null, null, { email: "bo@x.example" }]],
  [{ members: [null, { email: "bo@x.example" }], admins: [null] }],
  [{ data: { users: { edges: [null, { node: null }, { node: { email: "bo@x.example" } }] } } }],
])("nothing in the place of somebody is nobody: %j", (answer) => {
  expect(read(answer)).toBe("email\nbo@x.example");
});

test("nobody at all is no list", () => {
  expect(read([null, null])).toBeUndefined();
  expect(read({ data: [null] })).toBeUndefined();
  expect(read({ data: { edges: [{ node: null }] } })).toBe("");
});

test.each([
  [{ admins: [{ email: "ann@x.example" }], members: [{ email: "bo@x.example" }, { email: "cy@x.example" }] }],
  [{ admins: [{ profile: { email: "ann@x.example" } }], members: [{ email: "bo@x.example" }] }],
  [{ admins: { total: 1, list: [{ login: "ann@x.example" }] }, members: [{ email: "bo@x.example" }] }],
])("of several lists of people it is said that there are several: %j", (answer) => {
  expect(read(answer)).toMatch(/^There are several lists of people in it: admins(\.list)?, members\. Leave only/);
});

test("what is about somebody is no list of people, and what else an object holds gives them no address", () => {
  expect(read({ users: [{ name: "Ann" }, { name: "Bo" }], changes: [{ by: "cy@x.example" }] })).toBe("name\nAnn\nBo");
  expect(read({ users: [{ user: "ann@x.example", node: { email: "ops@x.example" } }] })).toBe("user\nann@x.example");
});

test.each([
  [{ displayName: "Ann", userPrincipalName: "ann@x.example", directReports: [{ mail: "bo@x.example" }] }],
  [{ userName: "ann@x.example", directReports: [{ email: "bo@x.example" }] }],
  [{ login: "ann@x.example", directReports: [{ userPrincipalName: "bo@x.example" }] }],
])("whoever stands with a list of their own is not taken for it: %j", (answer) => {
  expect(read(answer)).toContain("several lists of people in it: ann@x.example, directReports.");
});

test("so it is where somebody has one of their own; their addresses are none", () => {
  const boss = { email: "ann@x.example", reports: [{ email: "bo@x.example" }] };
  expect(read(boss)).toContain("several lists of people in it: ann@x.example, reports.");
  const more = { emails: [{ address: "a@x.example" }], relations: [{ type: "manager", value: "bo@x.example" }] };
  expect(read({ primaryEmail: "ann@x.example", ...more })).toBe("primaryEmail,emails\nann@x.example,a@x.example");
});
