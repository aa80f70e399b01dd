import { describe, expect, test } from "vitest";
import { HOME, onceKey } from "@/tests/support/cast";
import { formObject } from "../web/form-data";
import { AddMember } from "./add";

describe("the New User form", () => {
  const posted = (changes: Record<string, string | File> = {}) => {
    const data = new FormData();
    const typed = {
      firstName: " Ana ",
      lastName: "Ruiz",
      timeZone: "UTC",
      userType: "end-user",
      username: "ana",
      email: "a@b.example",
    };
    for (const [name, value] of Object.entries({ ...typed, defaultNumber: "", contactNumber: "", ...changes }))
      data.set(name, value);
    return data;
  };
  const wrong = (data: FormData) =>
    AddMember(HOME)
      .safeParse(formObject(data))
      .error?.issues.map((issue) => issue.path[0]);

  test("is read from FormData: trimmed, empty is none, what does not belong is dropped", () => {
    const data = posted({ role: "admin", accountId: onceKey(), status: "Active", __proto__x: "y" });
    expect(AddMember(HOME).parse(formObject(data))).toEqual({
      firstName: "Ana",
      lastName: "Ruiz",
      timeZone: "UTC",
      userType: "end-user",
      username: "ana",
      email: "a@b.example",
      defaultNumber: null,
      contactNumber: null,
    });
  });

  test.each([
    ["userType", "messaging-agent"],
    ["username", "a@b"],
    ["username", "аna"],
    ["email", "a@b.example, c@d.example"],
    ["email", '"a@evil"@b.example'],
    ["email", "a＠b.example"],
    ["timeZone", "Mars/Base"],
    ["defaultNumber", "1"],
    ["contactNumber", "555"],
    ["firstName", "A\0na"],
    ["firstName", "A\ud800"],
    ["firstName", "x".repeat(10_000)],
    ["lastName", "x".repeat(81)],
  ])("refuses %s %j beside its field", (name, value) => {
    expect(wrong(posted({ [name]: value }))).toEqual([name]);
  });

  test("takes half a name, and says beside the first field that both are missing", () => {
    expect(wrong(posted({ firstName: " " }))).toBeUndefined();
    expect(wrong(posted({ lastName: "" }))).toBeUndefined();
    expect(wrong(posted({ firstName: "", lastName: "\u2800" }))).toEqual(["firstName"]);
    expect(wrong(posted({ firstName: "", lastName: "", email: "x" }))).toEqual(["email", "firstName"]);
  });

  test("refuses a file and a field sent twice", () => {
    expect(wrong(posted({ email: new File(["x"], "x.txt") }))).toEqual(["email"]);
    const twice = posted();
    twice.append("email", "c@d.example");
    expect(wrong(twice)).toEqual(["email"]);
  });
});
