import Papa from "papaparse";
import { expect, test } from "vitest";
import { makeField } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { csvLines } from "../text/csv";
import { contactsQuery } from "./contacts-query";
import { exportContacts, exportHeader } from "./export";
import { listContactFields } from "./fields/list";
import { AnswerImport, answerImport } from "./import/answer";
import { ImportPage, listImportRows } from "./import/get-import";
import { PreviewContacts, previewContacts } from "./import/preview";

test("what is exported is read as ours again, in another company, to the same; formulas are led by an apostrophe", async () => {
  const ana = await viewerOf((await makeCompany()).ana);
  const other = await viewerOf((await makeCompany()).ana);
  for (const { accountId } of [ana, other])
    for (const name of ["Plan, or tariff", "Renewal"]) await makeField(accountId, name);
  const take = async (viewer: typeof ana, rows: string) => {
    const form = await PreviewContacts.parseAsync({ rows, once: onceKey() });
    const { importId } = await previewContacts(viewer, form);
    const read = await listImportRows(viewer, importId, ImportPage.parse({}));
    await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
    return read;
  };
  await take(
    ana,
    [
      "First Name;Last Name;Phone Number;Notes;Company;Time Zone;Group;Consent;Consent Source;Blacklisted;plan, or TARIFF",
      "Nora;Öberg;+14155550130;;=1+1;America/Chicago;Regulars|West;yes;At the desk;no;=2+2",
      "Otto;;+14155550131;;;;;;;yes",
      `Ada;"&lt;b&gt;";+14155550132;<p>See me at home dot com</p>;"Tom &amp; Co";;;yes`,
    ].join("\n"),
  );
  const fileOf = async (viewer: typeof ana) => {
    const own = await listContactFields(viewer);
    let file = csvLines([exportHeader(own)]);
    for await (const lines of exportContacts(viewer, contactsQuery({}), own)) file += lines;
    return file;
  };
  const cells = async (viewer: typeof ana) =>
    Papa.parse<string[]>(await fileOf(viewer), { skipEmptyLines: true }).data.map((row) => row.slice(0, -1));
  const [lines, all] = [await fileOf(ana), await cells(ana)];
  expect(lines).toContain(
    "Nora,Öberg,+14155550130,,'=1+1,America/Chicago,,Regulars; West,yes,At the desk,no,'=2+2,,Allowed",
  );
  expect(lines).toContain("Ada,&lt;b&gt;,+14155550132,,Tom &amp; Co,,<p>See me at home dot com</p>,");
  expect(lines).toContain('Blacklisted,"Plan, or tariff",Renewal,Texts');
  expect((await take(other, lines)).map(({ verdict }) => verdict)).toEqual(["new", "new", "new"]);
  expect(await cells(other)).toEqual(all);
  const regulars = await take(ana, lines);
  expect(regulars.map(({ verdict }) => verdict)).toEqual(["same", "same", "opted out"]);
});
