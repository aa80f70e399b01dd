import { expect, test } from "vitest";
import * as fields from "../fields";
import { usernameFrom } from "./username-from";

test.each([
  [{ email: "Ben.Ortiz@harbour.example" }, "ben.ortiz"],
  [{ email: "ben+portal@harbour.example" }, "ben"],
  [{ email: "_o'neil_@x.example" }, "oneil"],
  [{ email: `${"a".repeat(35)}.b@x.example` }, "a".repeat(35)],
  [{ email: "ben" }, "ben"],
  [{ name: "Zoë van der Berg" }, "zoe.van.der.berg"],
  [{ email: "", name: "Ana Silva" }, "ana.silva"],
  [{ email: "+@x.example", name: "Ana" }, "ana"],
  [{ name: "王 李" }, ""],
  [{}, ""],
])("%j suggests %j", (known, username) => {
  expect(usernameFrom(known)).toBe(username);
  if (username) expect(fields.username.parse(`${username}9999`)).toBe(`${username}9999`);
});

test("a megabyte of dots or marks suggests what stands before it", () => {
  for (const sign of [".", "\u0301\u0316"])
    expect(usernameFrom({ email: `ben${sign.repeat(1_000_000)}b` })).toBe("ben");
});
