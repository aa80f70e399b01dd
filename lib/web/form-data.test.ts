import { expect, test } from "vitest";
import { formObject } from "./form-data";

function form(...fields: [string, string | Blob][]) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test("one value stays as it is, several are a list, what React and the portal's own forms add is left out", () => {
  const data = form(["name", "Ana"], ["line", "1"], ["line", "2"], ["$ACTION_KEY", "k"], ["$FORM_OWNER", "o"]);
  expect({ ...formObject(data) }).toEqual({ name: "Ana", line: ["1", "2"] });
});

test("a field named __proto__ is a field, nothing else", () => {
  const fields = formObject(form(["__proto__", "polluted"], ["role", "x"]));
  expect(Object.getPrototypeOf(fields)).toBeNull();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
