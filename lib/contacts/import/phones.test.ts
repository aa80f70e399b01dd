import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { AnswerImport, answerImport } from "./answer";
import { getImport, ImportPage, listImportRows } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { readContact } from "./read-row";
import { rejectedRows } from "./rejected-rows";

async function previewed(...lines: string[]) {
  const ana = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: lines.join("\n"), once: onceKey() });
  const { importId } = await previewContacts(ana, form);
  const read = async () => {
    const list = await getImport(ana, importId);
    return {
      fields: list?.columns.map(({ field }) => field),
      notes: list?.columns.map(({ note }) => note),
      rows: await listImportRows(ana, importId, ImportPage.parse({})),
    };
  };
  const choose = (column: readonly string[]) =>
    answerImport(ana, AnswerImport.parse({ importId, column: [...column], act: "read", once: onceKey() }));
  return { ...(await read()), choose, read, ana, importId };
}

describe("which of many columns of numbers is read", () => {
  test.each([
    ["LASTNAME,PHONE,MOBILEPHONE,HOMEPHONE", ["lastName", "otherPhone", "phone", "otherPhone"]],
    ["Last Name,Phone Number,Mobile Phone Number,Fax", ["lastName", "otherPhone", "phone", ""]],
    ["Last Name,HomePhone,WORKPHONE,Mobile", ["lastName", "otherPhone", "otherPhone", "phone"]],
    ["Last Name,Office Phone,Work Phone Type,Phone", ["lastName", "otherPhone", "", "phone"]],
    ["Last Name,Home Phone,Work Phone,Mobile", ["lastName", "otherPhone", "otherPhone", "phone"]],
    ["Last Name,Phone 1 - Value,Phone 2 - Value,Phone 1 - Label", ["lastName", "phone", "otherPhone", ""]],
  ])("%s", async (headings, fields) => {
    const { fields: read } = await previewed(headings, "Quist,(415) 555-0130,415.555.0131,4155550132");
    expect(read).toEqual(fields);
  });

  test("where a row has no number in that column, the next one is taken", async () => {
    const { rows } = await previewed(
      "Name,Mobile,Phone",
      "Nora Quist,,4155550130",
      "Olive Grant,4155550131,4155550132",
    );
    expect(rows.map(({ phone }) => phone)).toEqual(["+14155550130", "+14155550131"]);
  });

  test("where a row has none there, its first number in the others is taken, at home or at work, and the page says so", async () => {
    const { fields, notes, rows } = await previewed(
      "Name,Home Phone,Mobile Phone,Business Phone,Company Main Phone,Home Fax",
      "Nora Quist,4155550130,,4155550131,4155550139,4155550138",
      "Olive Grant,4155550132,4155550133,,,",
      "Otto Stop,,,4155550134,,",
      "Bo Lind,ask his wife,n/a,4155550135,,",
      "Short Ened,4155550136,4.41E+11,,,",
      "No Body,,,,4155550139,4155550138",
    );
    expect(fields).toEqual(["fullName", "otherPhone", "phone", "otherPhone", "", ""]);
    expect(rows.map(({ phone }) => phone)).toEqual([
      ...["+14155550130", "+14155550133", "+14155550134", "+14155550135", null, null],
    ]);
    expect(rows[4]?.problem).toMatch(/^4\.41E\+11: a spreadsheet program shortened this number/);
    expect(notes?.[1]).toBe("Taken where a row has no number before it.");
  });

  test("several columns may be chosen to be taken from", async () => {
    const { choose, read } = await previewed(
      "Name,Mobile,Spouse,Neighbour",
      "Nora Quist,,,4155550131",
      "Bo,,4155550132,",
    );
    await choose(["0:fullName", "1:phone", "2:otherPhone", "3:otherPhone"]);
    const { fields, rows } = await read();
    expect(fields).toEqual(["fullName", "phone", "otherPhone", "otherPhone"]);
    expect(rows.map(({ phone }) => phone)).toEqual(["+14155550131", "+14155550132"]);
  });

  test.each(["0475.12.34.56", "0475-12-34-56", "0800-12-34-56"])("%s is a number, and no day", async (number) => {
    const { fields } = await previewed("Name,Handy", `Nora Quist,${number}`);
    expect(fields).toEqual(["fullName", "phone"]);
  });

  test("a day is no number, and headings may stand below a line that has one", async () => {
    const { fields, rows } = await previewed(
      "All contacts",
      "Created,2024-01-01",
      "",
      "Name,Phone,Since",
      "Nora Quist,4155550130,01.03.2023",
    );
    expect(fields).toEqual(["fullName", "phone", ""]);
    expect(rows).toMatchObject([{ phone: "+14155550130", lastName: "Quist" }]);
  });
});

const read = (cells: Record<string, string>) =>
  readContact((field) => [cells[field] ?? ""], { country: "US", order: "firstLast", hasCommas: false, own: [] });

test.each([
  ["14155550130.0", "+14155550130"],
  ["+1.415.555.0130 / +1.415.555.0131", "+14155550130"],
  ["4155550130, 4155550131", "+14155550130"],
  ["٠٠١٤١٥٥٥٥٠١٣٠", "+14155550130"],
  ["4.41E+11", null],
  ["4,41e+011", null],
  ["+4.41 E+11", null],
  ["'4.41E11", null],
  ["4.41×10^11", null],
  ["06 12 34 56 78", null],
  ["03-1234-5678", null],
])("the number in %s", (phone, e164) => {
  expect(read({ phone }).phone).toBe(e164);
});

test.each(["4.41E+11", "4,41e+011", "+4.41 E+11", "'4.41E11", "4.41×10^11", "1.41555501E+10"])(
  "%s has lost its last digits, and it is said so",
  (phone) => {
    expect(read({ phone, otherPhone: "4155550130" }).problem).toContain("a spreadsheet program shortened this number");
  },
);

describe("a column of its own says the country that a number is in", () => {
  test.each([
    ["1", "4155550130", "+14155550130"],
    ["+44", "020 7946 0018", "+442079460018"],
    ["+44", "7911 123456", "+447911123456"],
    ["0044", "07911 123456", "+447911123456"],
    ["44", "447911123456", "+447911123456"],
    ["GB", "07911123456", "+447911123456"],
    ["UK (+44)", "07911123456", "+447911123456"],
    ["Germany", "0151 23456789", "+4915123456789"],
    ["Deutschland +49", "0151 23456789", "+4915123456789"],
    ["USA", "(415) 555-0130", "+14155550130"],
    ["us", "(415) 555-0130", "+14155550130"],
    ["FRA", "06 12 34 56 78", "+33612345678"],
    ["39", "347 123 4567", "+393471234567"],
    ["1-868", "868 625-1234", "+18686251234"],
    ["", "4155550130", "+14155550130"],
    ["DE", "+1 415 555 0130", "+14155550130"],
    ["Mars", "+1 415 555 0130", "+14155550130"],
    ["49.0", "015123456789", "+4915123456789"],
  ])("%s and %s", (phoneCountry, phone, e164) => {
    expect(read({ phoneCountry, phone })).toMatchObject({ phone: e164, problem: null });
  });

  test.each([
    ["415", "555-0130", "+14155550130"],
    ["(415)", "555 0130", "+14155550130"],
    ["415.0", "5550130", "+14155550130"],
    ["415", "(415) 555-0130", "+14155550130"],
    ["415", "1-415-555-0130", "+14155550130"],
    ["415", "+44 7911 123456", "+447911123456"],
    ["415", "555-0130; 555-0131", "+14155550130"],
    ["94110", "(415) 555-0130", "+14155550130"],
    ["", "(415) 555-0130", "+14155550130"],
  ])("and another one the area that it is in: %s and %s", (areaCode, phone, e164) => {
    expect(read({ areaCode, phone })).toMatchObject({ phone: e164, problem: null });
  });

  test("a number that begins with a zero has an area of its own", () => {
    const inBerlin = (phone: string) => read({ phoneCountry: "DE", areaCode: "030", phone });
    expect(inBerlin("0151 23456789")).toMatchObject({ phone: "+4915123456789" });
    expect(inBerlin("1234 5678")).toMatchObject({ phone: "+493012345678" });
  });

  test.each(["Area Code", "Phone Area Code", "Vorwahl", "DDD"])("%s", async (heading) => {
    const lines = ["Nora Quist,415,555-0130", "Bo Lind,(212),555 0131", "Cy Roy,,(415) 555-0132", "Di Po,415,55"];
    const { fields, rows } = await previewed(`Name,${heading},Phone`, ...lines);
    expect(fields).toEqual(["fullName", "areaCode", "phone"]);
    expect(rows.map(({ phone }) => phone)).toEqual(["+14155550130", "+12125550131", "+14155550132", null]);
    expect(rows[3]?.problem).toMatch(/^415 55: That isn't a whole phone number/);
  });

  test("and one that nobody knows is told, unless the number says its own", () => {
    expect(read({ phoneCountry: "Mars", phone: "4155550130" })).toMatchObject({
      phone: null,
      problem: "Country Code: Mars is none that we know. Write one like +44 or GB, or leave it empty.",
    });
  });

  test.each([
    "Country Code",
    "Phone Country Code",
    "country_code",
    "Dial Code",
    "Ländervorwahl",
    "Código de país",
    "Indicatif",
    "DDI",
    "Prefijo",
  ])("%s", async (heading) => {
    const { fields, rows } = await previewed(
      `Name,${heading},Phone`,
      "Nora Quist,44,07911 123456",
      "Bo Lind,,4155550130",
    );
    expect(fields).toEqual(["fullName", "phoneCountry", "phone"]);
    expect(rows.map(({ phone }) => phone)).toEqual(["+447911123456", "+14155550130"]);
  });

  test("also where the column is called anyhow: nobody else is to get a text", async () => {
    const { fields, rows } = await previewed("Name;Vorwahl;Nummer", "Nora;+49;15123456789", "Otto;0043;6641234567");
    expect(fields).toEqual(["fullName", "phoneCountry", "phone"]);
    expect(rows.map(({ phone }) => phone)).toEqual(["+4915123456789", "+436641234567"]);
  });

  test.each(["Shipping Country Code", "Country", "ISO Currency Code", "Zip Code"])("but not %s", async (heading) => {
    const { fields } = await previewed(`Name,${heading},Phone`, "Nora Quist,DE,4155550130");
    expect(fields).toEqual(["fullName", "", "phone"]);
  });
});

test('a number that a spreadsheet is to take for a text, ="+1415…", is one', async () => {
  const { rows } = await previewed("Phone,Name", '"=""+14155550130""",Nora', '="4155550131",Otto');
  expect(rows.map(({ phone }) => phone)).toEqual(["+14155550130", "+14155550131"]);
});

test("what is rejected comes back so that it is read alike when it is dropped in again", async () => {
  const { ana, importId } = await previewed(
    "Nom Prénom;Country Code;Téléphone;Home Phone;Tags",
    "DUPONT Marie;+33;06 12 34 56 78;;vip, gold",
    "LE GOFF Yann;+33;06 12 34 56 78;;vip, gold",
    "MARTIN Ana;+44;0791;;",
    "MARTIN Bo;Mars;4155550130;;",
    "MARTIN Cy;;12;;",
  );
  const list = await getImport(ana, importId);
  const back = [];
  if (list) for await (const page of rejectedRows(ana, list)) back.push(...page);
  expect(back.map(({ cell }) => ["firstName", "lastName", "phone", "group"].map(cell))).toEqual([
    ["Yann", "LE GOFF", "+33612345678", "vip; gold"],
    ["Ana", "MARTIN", "+44 0791", ""],
    ["Bo", "MARTIN", "Mars 4155550130", ""],
    ["Cy", "MARTIN", "12", ""],
  ]);
});
