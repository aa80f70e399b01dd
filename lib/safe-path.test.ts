import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  "/admin/users",
  "/admin/users?search=a%20b&sort=name",
  "/settings/profile",
  "/admin/users?search=caf%C3%A9",
])("%s is ours and kept", (path) => expect(safePath(path)).toBe(path));

test.each([
  ["/login/\u202e\u2800", "/login/%E2%80%AE%E2%A0%80"],
  ["/admin/users?search=café", "/admin/users?search=caf%C3%A9"],
  ["/admin/\ud800#ü", "/admin/%EF%BF%BD#%C3%BC"],
  ["/a/../b", "/b"],
])("%s goes into a header as %s", (path, written) => {
  expect(safePath(path)).toBe(written);
  expect(new Headers({ location: safePath(path) }).get("location")).toBe(written);
});

test.each([
  "https://evil.test",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "javascript:alert(1)",
  "/%2fevil.test",
  "/.//evil.test",
  "/a/..//evil.test",
  "/%2e//evil.test",
  "%2f%2fevil.test",
  "/%5cevil.test",
  "/\tevil",
  "/%0d%0aSet-Cookie:a=b",
  "/%ff",
  "",
  undefined,
  ["/a", "/b"],
  `/${"a".repeat(3000)}`,
  `/${"\u2800".repeat(1000)}`,
])("%s becomes /", (path) => expect(safePath(path)).toBe("/"));
