import { expect, test } from "vitest";
import { typedValues } from "./form-state";

test("what is shown again holds no password, token, code, key or file", () => {
  const fields: [string, string | Blob][] = [
    ["firstName", "Ana"],
    ["password", "secret one"],
    ["confirmPassword", "secret one"],
    ["currentPassword", "secret two"],
    ["token", "secret three"],
    ["setupCode", "secret four"],
    ["$FORM_OWNER", "sealed"],
    ["once", "5bd4f2b0-0000-4000-8000-000000000000"],
    ["photo", new Blob(["x"])],
  ];
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  expect(typedValues(data)).toEqual({ firstName: "Ana" });
});
