import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows } from "@/db/schema";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { costOf } from "@/tests/support/cost";
import { PreviewContacts, previewContacts } from "../../contacts/import/preview";
import { cardRows } from "./card-rows";

const read = (lines: readonly string[], encoding: BufferEncoding = "utf8") =>
  cardRows(Buffer.from(`${lines.join("\r\n")}\r\n`, encoding))?.text.split("\n");

test("cards of a telephone are rows: a mobile number first, lines that are folded, what is escaped", () => {
  expect(
    read([
      ...[
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
        "N:Ng;Ada;Maria;Dr.;",
        "FN:Dr. Ada Ng",
      ],
      ...[
        "ORG:Ng\\, Li & Sons;Sales",
        "item1.EMAIL;type=INTERNET;type=pref:ada@x.example",
        "EMAIL;type=WORK:ng@y.example",
      ],
      ...["TEL;type=HOME;type=VOICE:(415) 555-0100", "TEL;type=WORK;type=FAX:415 555 0199"],
      ...[
        "TEL;type=CELL;type=VOICE;type=pref:+1 (415) 555-",
        " 0132",
        "NOTE:Met at the fair\\; likes tea\\nand ca",
        " ke",
      ],
      ...["PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD", " /2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoM"],
      ...["CATEGORIES:Friends,Tea lovers", "END:VCARD"],
      ...["BEGIN:VCARD", "VERSION:3.0", "N:;;;;", "FN:Cedar Dental", "TEL:415-555-0101", "END:VCARD"],
    ]),
  ).toEqual([
    "First Name,Last Name,Full Name,Phone Number,Other Phone Number,Email,Company,Notes,Group",
    'Ada,Ng,,+1 (415) 555-0132,(415) 555-0100,ada@x.example,"Ng, Li & Sons","Met at the fair; likes tea',
    'and cake",Friends; Tea lovers',
    ",,Cedar Dental,415-555-0101,,,,,",
  ]);
});

test("version 2.1 quotes its letters, 4.0 says numbers as addresses", () => {
  expect(
    read([
      ...["BEGIN:VCARD", "VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=", "=AB;;;"],
      ...["TEL;HOME:030 1234567", "TEL;CELL;PREF:+49 151 12345678", "END:VCARD"],
      ...["BEGIN:VCARD", "VERSION:4.0", "FN:Bo Li", "N:Li;Bo;;;"],
      ...['TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+1-415-555-0133', "END:VCARD"],
    ]),
  ).toEqual([
    "First Name,Last Name,Phone Number,Other Phone Number",
    "Zoë,Müller,+49 151 12345678,030 1234567",
    "Bo,Li,tel:+1-415-555-0133,",
  ]);
  expect(read(["BEGIN:VCARD", "VERSION:2.1", "N:Müller;Zoë", "TEL:030 1234567", "END:VCARD"], "latin1")?.[1]).toBe(
    "Zoë,Müller,030 1234567",
  );
});

test("what is no card is read as before, and a broken one ends nothing", () => {
  expect(cardRows(Buffer.from("Name,Phone\nAda,+14155550132\n"))).toBeNull();
  expect(read(["BEGIN:VCARD", "TEL:+14155550132", "N:Ng;Ada"])).toEqual([
    "First Name,Last Name,Phone Number",
    "Ada,Ng,+14155550132",
  ]);
  expect(read(["BEGIN:VCARD", "VERSION:3.0", "END:VCARD"])).toEqual([""]);
  for (const line of [
    "TEL",
    "TEL;:",
    `TEL${";a".repeat(50_000)}`,
    `N:${"\\".repeat(50_001)}`,
    `N:${";,".repeat(50_000)}`,
  ])
    expect(read(["BEGIN:VCARD", line, "END:VCARD"]), line.slice(0, 20)).toBeDefined();
});

test("whom a card names as somebody's agent is nobody of the list, and what stands below is its own", () => {
  const agent = ["AGENT:", "BEGIN:VCARD", "VERSION:2.1", "N:Aide;Ann", "TEL:1", "AGENT:", "BEGIN:VCARD", "N:Aide;Bo"];
  const last = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Next;Nia",
    "AGENT:BEGIN:VCARD\\nFN:Sue\\nTEL:2\\nEND:VCARD\\n",
    "END:VCARD",
  ];
  const rows = ["First Name,Last Name,Phone Number", "Big,Boss,+14155550101", "Nia,Next,"];
  const boss = ["BEGIN:VCARD", "VERSION:2.1", "N:Boss;Big", ...agent, "END:VCARD", "END:VCARD"];
  expect(read([...boss, "TEL:+14155550101", "END:VCARD", ...last])).toEqual(rows);
  // One that nobody closed is over with the next card.
  expect(read([...boss.slice(0, 5), "N:Aide;Ann", ...last])).toEqual(["First Name,Last Name", "Big,Boss", "Nia,Next"]);
  for (const begin of [["AGENT: ", "BEGIN:VCARD"], ["AGENT:BEGIN:VCARD"]])
    expect(read([...boss.slice(0, 3), ...begin, "N:Aide;Ann", "TEL:1", "END:VCARD", "END:VCARD", ...last])).toEqual([
      "First Name,Last Name",
      "Big,Boss",
      "Nia,Next",
    ]);
  const uri = ["BEGIN:VCARD", "N:Boss;Big", "AGENT;VALUE=uri:CID:1", "END:VCARD"];
  expect(read([...uri, ...last])).toEqual(["First Name,Last Name", "Big,Boss", "Nia,Next"]);
});

test("cards that are dropped in, or pasted, are looked through as any list is", async () => {
  const cards = [
    ...[
      "BEGIN:VCARD",
      "VERSION:3.0",
      "N:Ng;Ada;;;",
      "TEL;TYPE=CELL:(415) 555-0132",
      "EMAIL:ada@x.example",
      "END:VCARD",
    ],
    ...[
      "BEGIN:VCARD",
      "VERSION:3.0",
      "FN:Bo Li",
      "TEL;TYPE=HOME:555",
      "TEL;TYPE=WORK:tel:+49-151-12345678",
      "END:VCARD",
    ],
    ...["BEGIN:VCARD", "VERSION:3.0", "N:Roy;Cy", "NOTE;ENCODING=QUOTED-PRINTABLE:a=00b", "END:VCARD", ""],
  ].join("\r\n");
  const viewer = await viewerOf((await makeCompany()).ana);
  for (const list of [{ file: new File([cards], "contacts.vcf") }, { rows: cards }]) {
    const form = await PreviewContacts.parseAsync({ ...list, once: onceKey() });
    const { importId } = await previewContacts(viewer, form);
    const { phone, firstName, lastName, email, verdict } = contactImportRows;
    const rows = await db
      .select({ phone, firstName, lastName, email, verdict })
      .from(contactImportRows)
      .where(eq(contactImportRows.importId, importId))
      .orderBy(asc(contactImportRows.nth));
    expect(rows).toEqual([
      { phone: "+14155550132", firstName: "Ada", lastName: "Ng", email: "ada@x.example", verdict: "new" },
      { phone: "+4915112345678", firstName: "Bo", lastName: "Li", email: null, verdict: "new" },
      { phone: null, firstName: "Cy", lastName: "Roy", email: null, verdict: "unreadable" },
    ]);
  }
});

test.each(["a=\n", " a\n"])("a value that goes on over lines like %j costs no more than its length", (line) => {
  const text = `BEGIN:VCARD\nFN:Ana\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\n${line.repeat(150_000)}\nEND:VCARD\n`;
  expect(costOf(() => cardRows(Buffer.from(text)))).toBeLessThan(2000);
});
