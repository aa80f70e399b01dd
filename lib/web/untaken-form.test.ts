import { expect, test } from "vitest";
import { untakenForm } from "./untaken-form";

function untaken(...fields: [string, string | Blob][]) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return untakenForm(data, { page: "/admin/users/new", reason: "updated" });
}

test("what was typed is kept, of which form it was, and that there was a file", () => {
  const fields: [string, string | Blob][] = [
    ["$FORM_NAME", "give-group"],
    ["firstName", "Ines"],
    ["role", "a"],
    ["role", "b"],
    ["password", "secret"],
    ["file", new Blob(["x"])],
  ];
  expect(untaken(...fields)).toEqual({
    page: "/admin/users/new",
    form: "give-group",
    values: { firstName: "Ines", role: ["a", "b"] },
    withFile: true,
    reason: "updated",
  });
});

test("a button has no name, and a name that is none of ours is no name", () => {
  expect(untaken(["memberId", "1"], ["file", new Blob([])])).toMatchObject({ form: "", withFile: false });
  expect(untaken(["$FORM_NAME", "x".repeat(1000)]).form).toBe("");
  expect(untaken(["$FORM_NAME", new Blob(["x"])]).form).toBe("");
});
