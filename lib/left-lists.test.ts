import { expect, test } from "vitest";
import { queryOf, withQuery } from "./left-lists";

const ana = { session: "ana's", lists: "" };

test("each list is found as it was left, and as it begins once it was shown so", () => {
  const users = withQuery(ana, { list: "/admin/users", query: "search=zo%C3%AB&after=x" });
  const both = withQuery({ ...ana, lists: users ?? "" }, { list: "/contacts", query: "sort=company" }) ?? "";
  expect(queryOf("/admin/users", { ...ana, lists: both })).toBe("search=zo%C3%AB&after=x");
  expect(queryOf("/contacts", { ...ana, lists: both })).toBe("sort=company");
  expect(both).toMatch(/^[\w.-]+$/);
  expect(withQuery({ ...ana, lists: both }, { list: "/contacts", query: "sort=company" })).toBeUndefined();
  const fewer = withQuery({ ...ana, lists: both }, { list: "/contacts", query: "" }) ?? "";
  expect(queryOf("/contacts", { ...ana, lists: fewer })).toBe("");
  expect(queryOf("/admin/users", { ...ana, lists: fewer })).not.toBe("");
});

test("somebody else on this browser finds nothing, nor does anybody in what was made up", () => {
  const lists = withQuery(ana, { list: "/contacts", query: "search=zoe" }) ?? "";
  expect(queryOf("/contacts", { session: "ben's", lists })).toBe("");
  for (const made of ["", ".", "x.y", `${lists}%00`, "..."]) queryOf("/contacts", { session: "ana's", lists: made });
});

test("a search that is too long for a cookie is not kept", () => {
  expect(withQuery(ana, { list: "/contacts", query: `search=${"a".repeat(500)}` })).toBeUndefined();
});
