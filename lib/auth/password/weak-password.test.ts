import { describe, expect, test } from "vitest";
import { costOf } from "@/tests/support/cost";
import { refuseWeak } from "./weak-password";

const about = {
  firstName: "Maria",
  lastName: "Andersson",
  username: "m.andersson",
  email: "maria.a@northwind.example",
  company: "Northwind Traders",
};

const judge = (password: string) => {
  try {
    refuseWeak(password, about);
    return "accepted";
  } catch (refused) {
    return refused instanceof Error ? refused.message : "";
  }
};

describe("accepted", () => {
  test.each([
    "correct horse battery staple",
    "a long enough passphrase",
    "summer evening tea",
    "xK9#mPq2vL7w",
    "Tr0ub4dor&3xyz",
    "мой длинный пароль",
    "maria likes long walks",
    "harbour ladder quartz 47",
    "q7Zp-Lw2v-Nn5k-Tt8r-Yy3m-Ww6s-Dd1f-Gg4h-Jj9k-Xx2c-Vv7b-Pp5o-Ii8u",
    `${"Vexing jumbo quilt 7 ".repeat(6)}ab`,
  ])("%s", (password) => expect(judge(password)).toBe("accepted"));
});

describe("refused, with the reason", () => {
  test.each([
    ["verkot492934", /stolen/],
    ["y5hjkdg82490840", /stolen/],
    ["JesseLuotonen", /stolen/],
    ["kettle 7", /12 characters or more/],
    ["short", /12 characters or more/],
    ["a".repeat(201), /200 characters or fewer/],
    ["password1234", /guessed first/],
    ["qwertyuiop12", /guessed first|run of neighbours/],
    ["Password123!", /guessed first/],
    ["iloveyou1234", /guessed first/],
    ["abcdefghijkl", /run of neighbours/],
    ["123456789012", /run of neighbours/],
    ["zyxwvutsrqponm", /run of neighbours/],
    ["aaaaaaaaaaaa", /repeats/],
    ["abcabcabcabc", /repeats/],
    ["hunter2hunter2", /repeats/],
    ["MariaAndersson", /your name/],
    ["maria.andersson.1985", /your name/],
    ["m.andersson!!!", /your name/],
    ["northwind2026!", /your name/],
    ["Northwind Traders", /your name/],
    ["maria.a@northwind.example", /your name/],
    ["Ma\u0301ria1234567", /your name/],
    ["lineup2026!!", /your name/],
  ])("%s", (password, reason) => expect(judge(password)).toMatch(reason));

  test("all that is wrong is said in one go", () => {
    expect(judge("maria1")).toMatch(/12 characters or more.*your name/);
  });
});

test("length is counted in characters, as people see them, after NFKC", () => {
  expect(judge("🔑🚪🪟🧱🪜🔭🧲🪣🧯🪥🧴🧷")).toBe("accepted");
  expect(judge("🔑🚪🪟🧱🪜🔭")).toMatch(/12 characters/);
});

test("the worst that can be typed is judged at once", () => {
  judge("warm up the dictionaries");
  for (const password of [
    "4@8({[<3691!|0$5+7%2".repeat(10),
    "ab1!".repeat(50),
    "p4$$w0rd".repeat(25),
    "12/12/2012".repeat(20),
  ]) {
    expect(costOf(() => judge(password))).toBeLessThan(1500);
  }
});
