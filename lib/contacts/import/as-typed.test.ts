import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows } from "@/db/schema";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { PreviewContacts, previewContacts } from "./preview";

test("a page's link in one row tears no other row, and what was typed stays", async () => {
  const ana = await viewerOf((await makeCompany()).ana);
  const lines = [
    "Name,Phone,Mail,Notes",
    "Ana Silva,4155550130,<a href='mailto:ana@x.example'>Ana</a><br>,<p>Likes <b>tea</b></p>",
    "Bo Li,4155550131,,See me at home dot com<br>ana [at] x [dot] example",
  ];
  const form = await PreviewContacts.parseAsync({ rows: lines.join("\n"), once: onceKey() });
  const { importId } = await previewContacts(ana, form);
  const rows = await db
    .select()
    .from(contactImportRows)
    .where(eq(contactImportRows.importId, importId))
    .orderBy(contactImportRows.nth);
  expect(rows.map(({ firstName, email, notes }) => [firstName, email, notes])).toEqual([
    ["Ana", "ana@x.example", "<p>Likes <b>tea</b></p>"],
    ["Bo", null, "See me at home dot com<br>ana [at] x [dot] example"],
  ]);
});

test.each([
  {
    lines: [
      "Nom de naissance;Nom d'usage;Prénom;Portable",
      "Durand;Martin;Claire;4155550130",
      "Petit;;Luc;4155550131",
      "Roy;Aucun;Eve;4155550132",
    ],
    want: ["Claire Martin", "Luc Petit", "Eve Roy"],
  },
  {
    lines: [
      "Legal First Name,Preferred First Name,Last Name,Married Name,Mobile",
      "Annabel,N/A,Lee,Yes,4155550130",
      "Robert,Bob,none,No,4155550131",
      "Ida,same as legal,Faro,No,4155550132",
    ],
    want: ["Annabel Lee", "Bob none", "Ida Faro"],
  },
  {
    lines: [
      "First Name,Last Name,Phone Number,Consent,Blacklisted",
      "Beth,Ditto,4155550130,,",
      "K.A.,Abraham,4155550131,,",
      "None,N/A,4155550132,,",
    ],
    want: ["Beth Ditto", "K.A. Abraham", "None "],
  },
  {
    lines: ["Name,Mobile", "Same,4155550130", "Keiner,4155550131", "Beth Ditto,4155550132"],
    want: ["Same ", "Keiner ", "Beth Ditto"],
  },
  {
    lines: [
      "Legal Name,Preferred Name,Mobile",
      "Annabel Lee,Ann,4155550130",
      "Robert Li,Same as legal name,4155550131",
      "Ida Faro,TBD,4155550132",
    ],
    want: ["Ann Lee", "Robert Li", "Ida Faro"],
  },
])("contacts go by the names that they use, and by the others where they have none: $want", async ({ lines, want }) => {
  const ana = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: lines.join("\n"), once: onceKey() });
  const { importId } = await previewContacts(ana, form);
  const rows = await db
    .select()
    .from(contactImportRows)
    .where(eq(contactImportRows.importId, importId))
    .orderBy(contactImportRows.nth);
  expect(rows.map(({ firstName, lastName }) => `${firstName} ${lastName ?? ""}`)).toEqual(want);
});
