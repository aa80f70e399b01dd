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

const addresses = (text: string) => parseAddresses(text).flatMap(({ email, problem }) => (problem ? [] : [email]));
const named = (text: string) =>
  parseAddresses(text).map(({ email, firstName, lastName }) => [email, firstName, lastName].join("|"));

test.each([
  "=?UTF-8?Q?a=40evil.example=2C_Eve_=3Ceve=40evil.example=3E?= <ana@x.example>",
  `=?UTF-8?B?${Buffer.from('"Ana\r\neve@evil.example"').toString("base64")}?= <ana@x.example>`,
  `"=?UTF-8?B?${Buffer.from("Ana\u2028eve＠evil.example；eve@evil.example").toString("base64")}?=" <ana@x.example>`,
  "=?UTF-8?Q?eve_at_evil_dot_example?= <ana@x.example>",
  "=?UTF-8?Q?eve=26=2364=3Bevil.example=26lt=3Beve=5Bat=5Devil.example?= <ana@x.example>",
  "=?UTF-8?Q?=7Beve=2Cbo=7D=40evil.example?= <ana@x.example>",
])("an encoded name invites nobody: %s", (text) => {
  expect(addresses(text)).toEqual(["ana@x.example"]);
  expect(addresses(`Bo <bo@x.example>, ${text}`)).toEqual(["bo@x.example", "ana@x.example"]);
});

test.each([
  ["Content-Team: bo@x.example, cy@x.example", ["bo@x.example", "cy@x.example"]],
  ["X-Ray: ana@x.example", ["ana@x.example"]],
  ["X-Note: eve@evil.example\nFrom: me@x.example\nTo: bo@x.example\nSubject: hi", ["me@x.example", "bo@x.example"]],
  [
    "Return-Path: <bounce@evil.example>\nX-Gm-Gg: x\nFrom: Ann <ann@x.example>\nReceived: from evil.example\n\tfor <eve@evil.example>\nX-Gm-Gg: y\nReferences: <a1@evil.example>\nAccept-Language: en-US\nIn-Reply-To: <zz@evil.example>\nFeedback-ID: q@evil.example\nCc: Bo <bo@x.example>,\n Cy <cy@x.example>\nReply-To: di@x.example",
    ["ann@x.example", "bo@x.example", "cy@x.example", "di@x.example"],
  ],
  ["From: me@x.example\nX-Ray: ana@x.example", ["me@x.example", "ana@x.example"]],
  ["List-A: di@x.example", ["di@x.example"]],
  ["Received:\n  Ana <ana@x.example>", ["ana@x.example"]],
  ["References:\n\tana@x.example", ["ana@x.example"]],
  ["To: bo@x.example\n\nReferences:\n\tana@x.example", ["bo@x.example", "ana@x.example"]],
  ["In-Reply-To: <1@x.example>\nReferences: <1@x.example>\n <2@x.example>\nTo: bo@x.example", ["bo@x.example"]],
])("%j: a letter's head is known by what stands beside it", (text, people) => {
  expect(addresses(text)).toEqual(people);
});

test("whoever's address stands below is somebody, whatever they are called", () => {
  expect(named("Ana Silva\nana@x.example\nBest\nbest@x.example")).toEqual([
    "ana@x.example|Ana|Silva",
    "best@x.example|Best|",
  ]);
  expect(named("End\nend@x.example\nBo\nbo@x.example\nTotal\nt@x.example\n\nThanks,\nCy")).toEqual([
    "end@x.example|End|",
    "bo@x.example|Bo|",
    "t@x.example|Total|",
  ]);
  expect(named("2 members\nAna\nana@x.example\nBo\nbo@x.example")).toEqual(["ana@x.example|Ana|", "bo@x.example|Bo|"]);
  expect(named("Guest <g@x.example>\nUser ana@x.example")).toEqual(["g@x.example|Guest|", "ana@x.example|User|"]);
});
