import { expect, test } from "vitest";
import { unlinked } from "./props";

test.each([
  "Mara Lee",
  "St. John",
  "J.R.R. Tolkien",
  "Acme Inc.",
  "Søn & Co., Ltd",
  "किरण",
  "O'Neill-Ruiz",
  "24/7 Help",
  "👩‍💻 Team",
])("%s stays as it is", (name) => expect(unlinked(name)).toBe(name));

test.each([
  "evil.com",
  "www.evil.com",
  "http://evil",
  "evil。com",
  "x@evil.com",
  "mailto:x",
  "//evil",
  "10.0.0.1",
  "a.bc",
])("%s is broken where a mail program would see a link", (name) => {
  expect(unlinked(name)).toContain("\u200c");
  expect(unlinked(name).replaceAll("\u200c", "")).toBe(name);
});

test("a mail program that links it all the same has no host to go to", () => {
  expect(URL.canParse(`http://${unlinked("evil.com")}`)).toBe(false);
});

test("what would move the text about is gone", () => {
  expect(unlinked(" a\r\n\tb\u0000c\u202ed\u2028e\u200b.\u2060f ")).toBe("a b cd e.f");
});
