import { expect, test } from "vitest";
import { z } from "zod";
import * as fields from "./fields";
import { formObject } from "./web/form-data";

type Sent = string | File | undefined | (string | File)[];

/** What a schema makes of a field as a browser, or somebody pretending to be one, sends it. */
function read(schema: z.ZodType, sent: Sent) {
  const form = new FormData();
  for (const value of sent === undefined ? [] : [sent].flat()) form.append("field", value);
  const result = z.object({ field: schema }).safeParse(formObject(form));
  return result.success ? { value: result.data.field } : { error: result.error.issues[0]?.message ?? "" };
}

const file = new File(["a file"], "name.txt", { type: "text/plain" });
const tenThousand = "a".repeat(10_240);

const required: Record<string, z.ZodType> = {
  label: fields.line(60, "Enter a label."),
  companyName: fields.companyName,
  username: fields.username,
  email: fields.email,
  phone: fields.phone("US"),
  textNumber: fields.textNumber("US"),
  country: fields.country,
  timeZone: fields.timeZone,
  memberId: fields.memberId,
  typedPassword: fields.typedPassword("Enter a password."),
};

const wrong: [string, Sent][] = [
  ["nothing at all", undefined],
  ["an empty text", ""],
  ["U+0000, which PostgreSQL refuses", "a\0b"],
  ["a lone surrogate, which would be replaced in silence", "a\ud800"],
  ["a file", file],
  ["the same field twice", ["one", "two"]],
  ["10 kB", tenThousand],
];

for (const [name, schema] of Object.entries(required)) {
  test.each(wrong)(`${name} answers %s with words beside the field`, (_, sent) => {
    const { error } = read(schema, sent);
    expect(error).toMatch(/^[A-Z].*\.$/);
    expect(error).not.toMatch(/expected|received|invalid (input|type)|undefined|regex/i);
  });
}

test("a line of text is trimmed, keeps every script, and holds no line break", () => {
  expect(read(fields.firstName, "  Zoë  ")).toEqual({ value: "Zoë" });
  expect(read(fields.lastName, "O’Brien-مریم 王")).toEqual({ value: "O’Brien-مریم 王" });
  expect(read(fields.lastName, "👩‍👩‍👧")).toEqual({ value: "👩‍👩‍👧" });
  expect(read(fields.lastName, "<script>alert(1)</script>")).toEqual({ value: "<script>alert(1)</script>" });
  expect(read(fields.companyName, "   ")).toEqual({ error: "Enter the company's name." });
  expect(read(fields.firstName, "Ana\r\nBcc: x")).toHaveProperty("error");
  expect(read(fields.firstName, "a".repeat(80))).toHaveProperty("value");
  expect(read(fields.firstName, "a".repeat(81))).toEqual({ error: "Use 80 characters or fewer." });
});

test("of a first and a last name one is enough, and neither may be a file", () => {
  const person = z.object({ firstName: fields.firstName, lastName: fields.lastName });
  const named = person.refine(fields.isNamed, fields.isNamedOr);
  expect(named.parse({ lastName: " Suharto " })).toEqual({ firstName: "", lastName: "Suharto" });
  expect(named.parse({ firstName: "Madonna", lastName: "" })).toEqual({ firstName: "Madonna", lastName: "" });
  for (const neither of [{}, { firstName: "", lastName: " " }, { firstName: "\u3164", lastName: "\u0301" }])
    expect(named.safeParse(neither).error?.issues).toMatchObject([
      { path: ["firstName"], message: "Enter a first or a last name." },
    ]);
  for (const sent of [file, ["one", "two"], "a\0", tenThousand])
    expect(read(fields.lastName, sent)).toHaveProperty("error");
});

test.each(["\t", " ", "\u200d", "\u0301\u0316", "\u2800"])(
  "a megabyte of %j between two letters is too long",
  (sign) => {
    const long = `a${sign.repeat(1_000_000 / sign.length)}b`;
    expect(read(fields.firstName, long)).toEqual({ error: "Use 80 characters or fewer." });
    expect(read(fields.companyName, long)).toEqual({ error: "Use 120 characters or fewer." });
    expect(read(fields.email, long)).toEqual({ error: "Use 254 characters or fewer." });
    expect(read(fields.seenWords("Enter a note."), long)).toEqual({ error: "Use 1,600 characters or fewer." });
  },
);

test("what fits without the blanks around it is taken, however many those are", () => {
  const blanks = " ".repeat(500_000);
  expect(read(fields.firstName, `${blanks}Ana${blanks}`)).toEqual({ value: "Ana" });
  expect(read(fields.email, `${blanks}ana@x.example${blanks}`)).toEqual({ value: "ana@x.example" });
});

test.each(["ana", "Ana.Silva", "a-1_b", "7", "x".repeat(40)])("%s is a username", (sent) => {
  expect(read(fields.username, ` ${sent} `)).toEqual({ value: sent });
});

test.each(["ana@home", "ana silva", ".ana", "ana-", "аna", "ana/..", "ａna", "x".repeat(41), "ana\u0301"])(
  "%s is no username",
  (sent) => expect(read(fields.username, sent)).toHaveProperty("error"),
);

test.each(["ana@harbour.example", "a.b+c@sub.harbour.example", "O'Brien@harbour.example"])("%s is an email", (sent) => {
  expect(read(fields.email, ` ${sent}\t`)).toEqual({ value: sent });
});

test("what nobody sees goes from addresses, usernames and numbers", () => {
  const letters = "an\u200ca@harbour.\u200cexample";
  expect(read(fields.email, `\ufeff${letters}\u00ad\u200b\u2060`)).toEqual({ value: "ana@harbour.example" });
  expect(read(fields.username, "\u200bana\u200d.silva ")).toEqual({ value: "ana.silva" });
  expect(read(fields.phone("US"), "\u200b(415) 555\u00ad-0134")).toEqual({ value: "+14155550134" });
  expect(read(fields.email, "\u200b\u200c")).toEqual({ error: "Enter an email address." });
  expect(read(fields.phone("US"), "\u202a+1 415-555-0134\u202c")).toEqual({ value: "+14155550134" });
  expect(read(fields.username, "\u202eana\ufe0f")).toEqual({ value: "ana" });
});

test.each([
  ["two addresses", "ana@harbour.example,evil@b.example"],
  ["a line break", "ana@harbour.example\r\nBcc: evil@b.example"],
  ["a quoted address within", '"a@evil.example"@b.example'],
  ["a display name", "Ana <ana@harbour.example>"],
  ["a fullwidth at sign", "ana＠harbour.example"],
  ["a dotless i", "adm\u0131n@harbour.example"],
  ["a comment", "ana(me)@harbour.example"],
  ["no domain", "ana@"],
  ["a space within", "ana @harbour.example"],
  ["more than 254 characters", `${"a".repeat(243)}@harbour.example`],
])("an email with %s is refused", (_, sent) => {
  expect(read(fields.email, sent)).toHaveProperty("error");
});

test("a phone number is kept as E.164, however it is written", () => {
  const whole = { value: "+14155550134" };
  for (const sent of ["(415) 555-0134", "+1 415 555 0134", " 415.555.0134 ", "1-415-555-0134"]) {
    expect(read(fields.phone("US"), sent)).toEqual(whole);
  }
  expect(read(fields.phone("US"), "+351 912 345 678")).toEqual({ value: "+351912345678" });
  for (const sent of ["12", "call me", "+1415555013499999", "=1+1"])
    expect(read(fields.phone("US"), sent)).toHaveProperty("error");
});

test("a phone number keeps its extension; one that texts go to has none", () => {
  expect(read(fields.phone("US"), "(415) 555-0101 ext. 22")).toEqual({ value: "+14155550101;ext=22" });
  expect(read(fields.textNumber("US"), "(415) 555-0101")).toEqual({ value: "+14155550101" });
  expect(read(fields.textNumber("US"), "(415) 555-0101 ext. 22")).toEqual({
    error: "A text goes to no extension. Leave “ext. 22” away.",
  });
});

test("what is no phone number is told how one is written there, and abroad", () => {
  expect(read(fields.phone("US"), "020 7946 0018").error).toBe(
    "That isn't a whole phone number. Write it like (415) 555-0134. Write numbers abroad with + and the country code, such as +44 20 7946 0018.",
  );
  expect(read(fields.phone("GB"), "020 7946 0018")).toEqual({ value: "+442079460018" });
  expect(read(fields.phone("GB"), "555").error).toMatch(/Write it like 07400 123456\..* such as \+1 415 555 0134\.$/);
  expect(read(fields.phone("US"), "415 555 0134 (mobile)").error).toBe(
    "Enter one number and nothing else but its extension, such as ext. 22.",
  );
});

test("a time zone is one of the names on the list", () => {
  expect(read(fields.timeZone, "Europe/Lisbon")).toEqual({ value: "Europe/Lisbon" });
  expect(read(fields.timeZone, "UTC")).toEqual({ value: "UTC" });
  for (const sent of ["Mars/Olympus", "GMT+25", "../etc/passwd"]) {
    expect(read(fields.timeZone, sent)).toEqual({ error: "Choose a time zone." });
  }
});

test("a typed password is never trimmed", () => {
  const schema = fields.typedPassword("Enter a password.");
  expect(read(schema, " two spaces ")).toEqual({ value: " two spaces " });
  expect(read(schema, "pässwörd 🔑\twith a tab")).toEqual({ value: "pässwörd 🔑\twith a tab" });
});

test("an optional field left empty is null", () => {
  const schema = fields.optional(fields.phone("US"));
  for (const sent of [undefined, "", "  "]) expect(read(schema, sent)).toEqual({ value: null });
  expect(read(schema, "415 555 0134")).toEqual({ value: "+14155550134" });
  for (const sent of ["12", file, ["1", "2"], "a\0"]) expect(read(schema, sent)).toHaveProperty("error");
});

test("a field that may be sent several times is a list, however often it is sent", () => {
  const schema = fields.many(z.uuid());
  const [one, two] = ["0199f5a2-7c1e-7000-8000-000000000001", "0199f5a2-7c1e-7000-8000-000000000002"];
  expect(read(schema, undefined)).toEqual({ value: [] });
  expect(read(schema, one)).toEqual({ value: [one] });
  expect(read(schema, [one, two])).toEqual({ value: [one, two] });
  for (const sent of ["", "not one", file, [one, file]]) expect(read(schema, sent)).toHaveProperty("error");
});

test("a form's key is one UUID or none", () => {
  for (const sent of [undefined, "", "again", file, ["a", "b"]])
    expect(read(fields.once, sent)).toEqual({ value: undefined });
});

test("a field called __proto__ is a field like any other", () => {
  const form = new FormData();
  form.append("__proto__", "admin");
  const read = formObject(form);
  expect(Object.getPrototypeOf(read)).toBeNull();
  expect(Object.keys(read)).toEqual(["__proto__"]);
  expect(z.object({ role: z.string().optional() }).parse(read)).toEqual({});
});
