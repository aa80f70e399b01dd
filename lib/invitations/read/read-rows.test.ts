import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/import/table";
import { costOf } from "@/tests/support/cost";
import { offered } from "@/tests/support/offer";
import { cellFits } from "./access-cells";
import { guessColumns, readFile } from "./read-file";
import { readRows } from "./read-rows";

const rowsIn = (text: string) => {
  const read = readFile({ text, alphabet: null });
  if ("problem" in read) throw new Error(read.problem);
  const fields = guessColumns(read, cellFits(offered)).map(({ field }) => field);
  return readRows({ ...read, fields });
};
const problemWith = (text: string) => {
  const read = readFile({ text, alphabet: null });
  return "problem" in read ? read.problem : undefined;
};

const whole = "email,first name,last name,roles,group,products,lines\n";
const ana = {
  position: 2,
  email: "ana@x.example",
  firstName: "Ana",
  lastName: "Silva, the elder",
  roles: "End User; Viewer @ West > Store 4",
  group: "West",
  products: "Texting;Chat",
  lines: "(415) 555-0134; Desk",
  written: [
    "ana@x.example",
    "Ana",
    "Silva, the elder",
    "End User; Viewer @ West > Store 4",
    "West",
    "Texting;Chat",
    "(415) 555-0134; Desk",
  ],
};
const line = `ana@x.example,Ana,"Silva, the elder",End User; Viewer @ West > Store 4,West,Texting;Chat,(415) 555-0134; Desk\n`;

test("every column is read", () => expect(rowsIn(whole + line)).toEqual([ana]));

test.each([
  ["a mark at its beginning", `\ufeff${whole}${line}`],
  ["the line ends of Windows", (whole + line).replaceAll("\n", "\r\n")],
  ["tabs", Papa.unparse(Papa.parse<string[]>(whole + line).data, { delimiter: "\t" })],
  ["no line end at its end", (whole + line).trimEnd()],
])("a file with %s is the same", (_, text) => expect(rowsIn(text)).toEqual([ana]));

test("semicolons between the columns, as spreadsheets in Europe write them", () => {
  const text = Papa.unparse(Papa.parse<string[]>((whole + line).trim()).data, { delimiter: ";" });
  expect(rowsIn(text)).toEqual([ana]);
  expect(rowsIn(`sep=;\r\n${text}`)).toEqual([{ ...ana, position: 3 }]);
});

test("headings in any case, order and spelling; what is not ours is left alone", () => {
  const rows = rowsIn(" Surname ,Shoe size,E-Mail,ROLE,First_Name\nSilva,38,ana@x.example,Admin,Ana\n");
  expect(rows).toMatchObject([
    { email: "ana@x.example", firstName: "Ana", lastName: "Silva", roles: "Admin", group: "" },
  ]);
});

test("rows keep the numbers that they have in a spreadsheet; empty ones are none", () => {
  const rows = rowsIn("email\n\nana@x.example\n , \nnobody\nANA@x.example\n");
  expect(rows.map(({ position, problem }) => [position, problem])).toEqual([
    [3, undefined],
    [5, "That doesn't look like an email address. Write it like name@example.com."],
    [6, "Row 3 has the same address. It is invited once."],
  ]);
  expect(rowsIn("email,roles\n,Admin\n")).toMatchObject([{ email: "", problem: "Enter an email address." }]);
  expect(rowsIn("email,roles\na@x.example,Admin,Viewer\n")[0]?.problem).toContain("more cells than there are columns");
});

test("a name that is too long is not dropped in silence", () => {
  const [first, both] = rowsIn(
    `email,first name,last name\na@x.example,${"a".repeat(81)},Lee\nb@,${"a".repeat(81)},${"b".repeat(99)}\n`,
  );
  expect(first).toMatchObject({ problem: "The first name is longer than 80 characters.", lastName: "Lee" });
  expect(both?.problem).toMatch(/email address.*first name is longer than 80 characters\. The last name is longer/);
  expect(rowsIn(`email,first name\na@x.example,${"a".repeat(80)}\n`)[0]).toMatchObject({ firstName: "a".repeat(80) });
});

test("what nobody sees is not read: signs that came along, control characters, the apostrophe before a formula", () => {
  const [row, other] = rowsIn(
    "\u200bemail,first name,roles\u00ad,group\n\u200ba\u200c@x.\u00adexample,\u2060Zo\u0007\u00eb,Vie\u200dwer,\u200b\n'=b@x.example,'+Ana,,\n",
  );
  expect(row).toMatchObject({ email: "a@x.example", firstName: "Zo \u00eb", roles: "Vie\u200dwer", group: "" });
  expect(row?.problem).toBeUndefined();
  expect(other).toMatchObject({ email: "=b@x.example", firstName: "+Ana" });
  expect(rowsIn("email\na\u0007b@x.example\n")[0]?.problem).toContain("doesn't look like an email address");
});

test("a bare list of addresses needs no heading", () => {
  expect(rowsIn("ana@x.example\nben@x.example").map(({ position, email }) => [position, email])).toEqual([
    [1, "ana@x.example"],
    [2, "ben@x.example"],
  ]);
});

describe("it is said what is wrong with the file when", () => {
  test.each([
    ["it is empty", "", "The file is empty."],
    ["it is blank", " \r\n\r\n", "The file is empty."],
    ["it has headings only", whole, "Nobody is in the file yet"],
    [
      "a quotation mark is never closed",
      'email,first name\na@x.example,"Ana\nb@x.example,Ben\n',
      "quotation marks in row 2",
    ],
  ])("%s", (_, text, problem) => expect(problemWith(text)).toContain(problem));

  test("it has more than 10,000 rows", () => {
    const rows = (n: number) => `email\n${Array.from({ length: n }, (_, i) => `p${i}@x.example`).join("\n")}`;
    expect(rowsIn(rows(10_000))).toHaveLength(10_000);
    expect(problemWith(rows(10_001))).toContain("That is more than 10,000 people");
  });

  test.each([
    ["rows", "email\n", "a@x.example\n", "more than 10,000 people"],
    ["rows of one letter", "", "a\n", "more than 10,000 people"],
    ["empty lines", "email\n", "\n", "more than 100,000 lines"],
    ["lines of empty cells", "email\n", ",,,\n", "more than 100,000 lines"],
    ["cells in one row", "email\na@x.example", ",b", "Row 2 has more than 1,000 cells"],
  ])("it has far too many %s", (_, head, unit, problem) => {
    expect(problemWith(head + unit.repeat(300_000))).toContain(problem);
  });

  test("it has far too many rows, which are not read to their end", () => {
    const text = `email\n${"a@x.example\n".repeat(300_000)}`;
    const table = readTable({ text, alphabet: null }, { known: [], isOurs: () => false, most: 10_000 });
    expect("rows" in table && table.rows.length).toBeLessThan(10_100);
  });
});

describe("a cell of megabytes costs what it weighs", () => {
  test.each([
    ["Status", "a"],
    ["Termination date", "é"],
    ["Lines", "1"],
    ["Name (Original)", " "],
    ["Email", "<@"],
  ])("under %s: %s", (heading, unit) => {
    const text = `Contact Email,${heading}\na@x.example,Z${unit.repeat(1_000_000)}q\n`;
    expect(costOf(() => rowsIn(text))).toBeLessThan(5000);
  });
});
