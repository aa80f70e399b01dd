import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionOf, actionOptions, isAction } from "./actions";
import { changesOf, changeWords, type Recorded, sentenceOf } from "./sentences";

const event = (action: string, details: Recorded["details"] = null, more: Partial<Recorded> = {}): Recorded => ({
  action,
  actorId: "a",
  actorName: "Ana Silva",
  subjectId: "b",
  subjectName: "Ben Ortiz",
  details,
  ...more,
});
const byHimself = { actorId: "b", actorName: "Ben Ortiz" };

/** The first argument of every call of `record`, in as many words as it may be. */
function recorded(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
  return sources.flatMap((file) =>
    [...readFileSync(`lib/${file}`, "utf8").matchAll(/\brecord\(\s*([^,;]*?"[a-z-]+\.[a-z-]+"[^,;]*),/g)].flatMap(
      ([, argument = ""]) => [...argument.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, action = ""]) => action),
    ),
  );
}

test("every action that is recorded anywhere is said in a sentence of its own", () => {
  const actions = [...new Set(recorded())];
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !isAction(action))).toEqual([]);
  for (const action of actions) {
    const said = sentenceOf(event(action, { before: { role: "viewer" }, after: { role: "viewer", parent: "West" } }));
    expect(said, action).toMatch(/^(Ana Silva|Ben Ortiz|The company) [a-z].*[^ ]$/);
    expect(said, action).not.toMatch(/undefined|null|object|"/);
  }
});

test("no two actions are called the same in the filter", () => {
  expect(new Set(actionOptions.map(({ label }) => label)).size).toBe(actionOptions.length);
});

describe("a sentence says", () => {
  test.each([
    ["Ana Silva disabled Ben Ortiz", event("member.disabled", { before: "Active" })],
    ["Ben Ortiz logged in", event("session.opened", { address: "203.0.113.7" }, byHimself)],
    ["Ben Ortiz logged out everywhere else", event("session.ended", { all: "others" }, byHimself)],
    ["Ben Ortiz changed their email", event("email.changed", null, byHimself)],
    ["Ana Silva changed the email of Ben Ortiz", event("email.changed")],
    [
      "Ana Silva gave Ben Ortiz the role Messaging Agent in West",
      event("role.given", { after: { role: "messaging-agent", group: "West" } }),
    ],
    [
      "Ana Silva took the role Viewer in West from Ben Ortiz",
      event("role.taken", { before: { role: "viewer", group: "West" } }),
    ],
    ["Ana Silva gave Ben Ortiz the line (415) 555-0134", event("line.given", { after: { number: "+14155550134" } })],
    ["Ana Silva moved the group Ben Ortiz to East", event("group.moved", { after: { parent: "East" } })],
    ["Ana Silva did “world.ended” to Ben Ortiz", event("world.ended")],
  ])("%s", (words, told) => expect(sentenceOf(told)).toBe(words));

  test("how many others it was done to", () => {
    expect(sentenceOf(event("member.disabled"), 22)).toBe("Ana Silva disabled Ben Ortiz and 22 others");
    expect(sentenceOf(event("member.disabled"), 1)).toBe("Ana Silva disabled Ben Ortiz and 1 other");
  });
});

describe("what changed is said", () => {
  const words = (told: Recorded) => changesOf(told).map(changeWords);

  test("as it was and as it is, in the words of the pages", () => {
    const details = {
      before: { firstName: "Ben", userType: "end-user", contactNumber: null, defaultNumberId: null },
      after: {
        firstName: "Benedict",
        userType: "admin",
        contactNumber: "+14155550134",
        defaultNumberId: "0199d3a0-0000-7000-8000-000000000000",
      },
    };
    expect(words(event("member.edited", details))).toEqual([
      "First name: Ben → Benedict",
      "Default number: none → another one",
      "Contact number: none → (415) 555-0134",
      "User type: End User → Admin",
    ]);
  });

  test("in the order of the form, whatever order the database keeps; what was left empty is left out", () => {
    const after = { email: "s@x.example", username: "su", lastName: "Suharto", userType: "end-user", firstName: "" };
    expect(words(event("member.added", { after }))).toEqual([
      "Last name: Suharto",
      "User type: End User",
      "Username: su",
      "Email: s@x.example",
    ]);
  });

  test("of what is new, gone, or simply so", () => {
    expect(words(event("member.disabled", { before: "Active" }))).toEqual(["Status was Active"]);
    expect(words(event("member.deleted", { conversationsReleased: 0, messagesKept: 31 }))).toEqual([
      "Messages kept: 31",
    ]);
    const after = { email: "b@x.example", roles: [{ role: "viewer", group: "West" }], products: ["texting", "chat"] };
    expect(words(event("member.added", { after }))).toEqual([
      "Email: b@x.example",
      "Roles: Viewer in West",
      "Products: Texting, Chat",
    ]);
  });

  test("once: what the sentence says is not said again, and what nobody knows is left out", () => {
    expect(words(event("role.given", { after: { role: "viewer", group: "West" } }))).toEqual([]);
    expect(words(event("member.edited", { before: { hash: "x" }, after: { hash: "y" }, secret: 1 }))).toEqual([]);
    expect(words(event("member.edited", { before: 5, after: [1] }))).toEqual(["Status: 5 → 1"]);
    expect(actionOf("world.ended").name).toBe("world.ended");
  });
});
