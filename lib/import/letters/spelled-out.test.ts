import { expect, test } from "vitest";
import { costOf } from "@/tests/support/cost";
import { spelledOut } from "./spelled-out";

test.each([
  ["ana [at] cedar [dot] example", "ana@cedar.example"],
  ["Ana Silva ana.silva(at)cedar.example", "Ana Silva ana.silva@cedar.example"],
  ["<ana {at} cedar (punkt) co (punkt) example>", "<ana@cedar.co.example>"],
  ["ana@cedar[dot]example", "ana@cedar.example"],
  ["ana at cedar dot example", "ana@cedar.example"],
  ["ana%40cedar.example", "ana@cedar.example"],
  ['<p><a href="mailto:ana@cedar.example?subject=Hi">Ana Silva</a></p>', "\nAna Silva <ana@cedar.example>\n"],
  ["{ana,bo}@cedar.example", "ana@cedar.example bo@cedar.example"],
  ["Jos&eacute; &#77;&#xfc;ller &amp;lt;j&#64;cedar.example&amp;gt;", "José Müller <j@cedar.example>"],
])("%s is %s", (written, meant) => expect(spelledOut(written)).toBe(meant));

test.each(["Meet at noon (at) home.", "AT&T; R&D", "a&#0;b&#55296;", "{ana}", "look at this dot"])(
  "%s is what it says",
  (text) => expect(spelledOut(text)).toBe(text),
);

test.each([
  "a.",
  "a [at] ",
  "a [dot] ",
  "{",
  "&#",
  "{a,b}@x.example ",
  "a at b dot ",
  "<a mailto:",
  "<p ",
  "=?a?q?",
  '"=?',
])("a long text of %s costs what its length does", (sign) => {
  const text = `${sign.repeat(1_500_000 / sign.length)}[at]`;
  expect(costOf(() => spelledOut(text))).toBeLessThan(3000);
});

test("of a file no sign is made that stands between people", () => {
  const written = "Bob&#44;eve@x.example&#59; <a href='mailto:q@y.example'>q</a><br>Ann";
  expect(spelledOut(written, { isFile: true })).toBe("Bob eve@x.example  q <q@y.example> Ann");
});
