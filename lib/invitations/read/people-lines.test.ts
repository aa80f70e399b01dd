import { expect, test } from "vitest";
import { parseAddresses } from "./parse-addresses";

test.each([
  "Message-ID: <1@mail.x.example>\nReceived: from mx.x.example\n\tby a@x.example\nFrom: Ana Silva <ana@x.example>\nTo: Ben Ortiz <ben@x.example>\nImportance: High\nAttachments: list.csv",
  "Hi Zoë,\n\nPlease add these people:\n\nAna Silva <ana@x.example>\nBen Ortiz <ben@x.example>\n\nMany thanks,\nCy Yo\nCedar Dental\n+1 415 555 0101",
  "Please add Ana Silva (ana@x.example) and Ben Ortiz (ben@x.example). Thanks!",
  "2 members\nAna Silva ana@x.example\nBen Ortiz ben@x.example\n\nTotal: 2",
  "Ana Silva:\nana@x.example\nBen Ortiz:\nben@x.example",
])("%j names two people, and nobody else", (text) => {
  const people = parseAddresses(text).map(({ email, firstName, lastName }) => `${email}|${firstName}|${lastName}`);
  expect(people).toEqual(["ana@x.example|Ana|Silva", "ben@x.example|Ben|Ortiz"]);
});

test.each([
  ["Ann Lee, Email: ana@x.example", "ana@x.example|Ann|Lee"],
  ["Organizer: Ana Silva <ana@x.example>", "ana@x.example|Ana|Silva"],
  ["Emails: ana@x.example", "ana@x.example||"],
  ["ana@x.example - Admin", "ana@x.example||"],
  ["Ana\tSilva\tana@x.example\tSales", "ana@x.example|Ana|Silva"],
  ["<li>Ana Silva &lt;ana@x.example&gt;</li>", "ana@x.example|Ana|Silva"],
  ["=?UTF-8?Q?Fran=C3=A7oise?= =?UTF-8?Q?_Le_Goff?= <ana@x.example>", "ana@x.example|Françoise|Le Goff"],
  ["=?UTF-8?B?0JDQvdC90LA=?=\n =?UTF-8?B?INCf0LXRgtGA0L7QstCw?= <ana@x.example>", "ana@x.example|Анна|Петрова"],
  ["=?iso-8859-1?Q?Silva=2C_Andr=E9?= <ana@x.example>", "ana@x.example|André|Silva"],
  ['"=?utf-8?q?Silva=2C_Ana?=" <ana@x.example>', "ana@x.example|Ana|Silva"],
])("%s is one person", (text, person) => {
  const people = parseAddresses(text).map(({ email, firstName, lastName }) => [email, firstName, lastName].join("|"));
  expect(people).toEqual([person]);
});

test("what introduces nobody and closes nothing is named in its place", () => {
  const text = "Ana Silva:\nDora Day\nBest\nBen Ortiz <ben@x.example>\nde la Cruz:\n";
  expect(parseAddresses(text).flatMap(({ email, problem }) => (problem ? [email] : []))).toEqual([
    "Ana Silva:",
    "Dora Day",
    "de la Cruz:",
  ]);
});
