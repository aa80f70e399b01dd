import { expect, test } from "vitest";
import { costOf } from "@/tests/support/cost";
import { addressIn } from "./address-in";

test.each([
  ["ana@x.example", "ana@x.example", ""],
  ["'ana@x.example'", "ana@x.example", ""],
  ["ana@x.example;", "ana@x.example", ""],
  ["ana@x.example.", "ana@x.example", ""],
  ["“Cy Young” <cy@x.example>;", "cy@x.example", "Cy Young"],
  ["Young, Cy <cy@x.example>", "cy@x.example", "Young, Cy"],
  ["mailto:ana@x.example?subject=Hi", "ana@x.example", ""],
  ["cy@x.example <CY@x.example>", "CY@x.example", ""],
  ["cy@old.example <cy@x.example>", "cy@x.example", ""],
  ["Cy Young (cy@old.example) <cy@x.example>", "cy@x.example", "Cy Young"],
  ["Cy Young @ Acme <cy@x.example>", "cy@x.example", "Cy Young @ Acme"],
  ["ana@x.example ::: ana@home.example", "ana@x.example", ""],
])("%s is one address", (cell, email, name) => {
  expect(addressIn(cell)).toEqual({ email, name, isAddress: true });
});

test.each([
  "ana@x.example; ana@home.example",
  "ana@x.example, ana@home.example",
  "ana@x.example / ana@home.example",
  "ana@x.example|ana@home.example",
  "ana@x.example ana@home.example",
  "ana@x.example or ana@home.example",
  "ana@x.example;ana@home.example;",
  "Ana <ana@x.example>; Ana at home <ana@home.example>",
])("%s are two: the first, and the word that there are more", (cell) => {
  expect(addressIn(cell)).toMatchObject({ email: "ana@x.example", isAddress: true, several: 2 });
});

test.each(["ana@x .example", "ana@x.example; n/a@", "ana@@x.example", "a@x.example b@", "nobody", "gus@cedar,example"])(
  "%s is none, and stays as it was typed",
  (cell) => expect(addressIn(cell)).toMatchObject({ email: cell, isAddress: false }),
);

test.each([
  ["one", `<${"@".repeat(100_000)}`],
  ["many", `${".".repeat(1990)}a`],
  ["many", `<${"a@".repeat(990)}`],
  ["many", `(${"@".repeat(1990)}`],
])("a file that is full of %s such cells is read in a moment", (how, cell) => {
  const times = how === "one" ? 1 : 2000;
  expect(
    costOf(() => {
      for (let nth = 0; nth < times; nth++) addressIn(cell);
    }),
  ).toBeLessThan(5000);
});

test("a gap of a megabyte beside an address of an old program is looked through once", () => {
  const gap = " ".repeat(1_000_000);
  expect(addressIn(`smtp:ana@x.example${gap}SMTP:ana@home.example`)).toMatchObject({ email: "ana@home.example" });
  expect(addressIn(`SMTP:ana@x.example${gap}!`)).toMatchObject({ isAddress: false });
});
