import { expect, test } from "vitest";
import { addressIn } from "./address-in";

test.each([
  ["ana@x.example", "ana@x.example", ""],
  ["'ana@x.example'", "ana@x.example", ""],
  ["ana@x.example;", "ana@x.example", ""],
  ["ana@x.example.", "ana@x.example", ""],
  ["“Cy Young” <cy@x.example>;", "cy@x.example", "Cy Young"],
  ["Young, Cy <cy@x.example>", "cy@x.example", "Young, Cy"],
  ["cy@x.example <CY@x.example>", "cy@x.example", ""],
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
