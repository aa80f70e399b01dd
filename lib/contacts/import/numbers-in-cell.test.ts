import { expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { getImport, ImportPage, listImportRows } from "./get-import";
import { numbersInCell } from "./numbers-in-cell";
import { PreviewContacts, previewContacts } from "./preview";
import { readContact } from "./read-row";

const read = (cells: Record<string, string>) =>
  readContact((field) => [cells[field] ?? ""], { country: "US", order: "firstLast", hasCommas: false, own: [] });

test.each([
  ["415-555-0130 or 415-555-0131", "+14155550130"],
  ["415-555-0130 or 0131", "+14155550130"],
  ["415-555-0130 & 415-555-0131", "+14155550130"],
  ["415-555-0130 (cell)", "+14155550130"],
  ["415-555-0130 mobile", "+14155550130"],
  ["Cell: 415-555-0130", "+14155550130"],
  ["(m) (415) 555-0130", "+14155550130"],
  ["h 415-555-0131, c 415-555-0130", "+14155550130"],
  ["415-555-0131 (home) or 415-555-0130 (cell)", "+14155550130"],
  ["415-555-0130 work", "+14155550130"],
  ["415-555-0130 (fax)", null],
  ["415-555-0130 (do not call)", null],
  ["415-555-0130 landline", null],
])("the number in %s", (phone, e164) => {
  expect(read({ phone }).phone).toBe(e164);
});

test("a column is one of numbers also where each says that it is a mobile one", async () => {
  const ana = await viewerOf((await makeCompany()).ana);
  const rows = ["Name,Reach at", "Nora Quist,415-555-0130 (cell)", "Bo,cell 415-555-0131"].join("\n");
  const { importId } = await previewContacts(ana, await PreviewContacts.parseAsync({ rows, once: onceKey() }));
  expect((await getImport(ana, importId))?.columns.map(({ field }) => field)).toEqual(["fullName", "phone"]);
  const found = await listImportRows(ana, importId, ImportPage.parse({}));
  expect(found.map(({ phone }) => phone)).toEqual(["+14155550130", "+14155550131"]);
});

test("a cell that goes on and on is read to its twentieth number", () => {
  expect(numbersInCell(`${"0 or ".repeat(100_000)}0`)).toHaveLength(21);
});
