import { describe, expect, test } from "vitest";
import { costOf } from "@/tests/support/cost";
import { readContacts } from "../../contacts/import/read-file";
import { pastedTable, readFile } from "../../invitations/read/read-file";
import { readRows } from "../../invitations/read/read-rows";

const cellsOf = (read: ReturnType<typeof readFile> | null) => {
  if (read === null || "problem" in read) return read;
  return [read.table.headings, ...read.table.rows.map(({ cells }) => cells)].map((cells) => cells.join("|"));
};
const inFile = (text: string) => cellsOf(readFile({ text, alphabet: null }));
const inContacts = (text: string) => cellsOf(readContacts({ text, alphabet: null }));
const inPaste = (text: string) => cellsOf(pastedTable(text));

describe("what somebody wrote into a cell is nobody else's line", () => {
  const people = (role: string) =>
    Array.from({ length: 20 }, (_, at) => `Name: Mal ${at}\nEmail: mal${at}@evil.example\nRole: ${role}\n`).join("\n");
  const message = `\nName: Eve\nEmail: eve@evil.example\nRole: Admin\n\n${people("End User")}`;
  const others = "Bo Li,bo@x.example,Viewer,Hi\nCy Yo,cy@x.example,Viewer,\n";
  const own = `"Ann Lee",ann@x.example,Viewer,"${message}"\n`;

  test.each([
    `Name,Email,Role,Message\n${own}${others}`,
    `Members of Cedar\n\nName,Email,Role,Message\n${own}${others}`,
    `Report: Members\nDate: 2026-01-01\n\nName,Email,Role,Message\n${own}${others}`,
  ])("in a file of several columns: %#", (text) => {
    for (const read of [inFile, inContacts]) {
      const rows = read(text);
      expect(rows).toHaveLength(4);
      expect(rows).toEqual(expect.arrayContaining([expect.stringMatching(/^Bo Li\|bo@x\.example/)]));
    }
  });

  test("in a column below a title", () => {
    const rows = inFile(`Members\n\n"${message}"\n"bo@x.example"\n`);
    expect(JSON.stringify(rows)).not.toContain('"Eve|eve@evil.example|Admin"');
  });
});

test("labels that hardly anybody has cost no more than they weigh", () => {
  const people = (n: number) =>
    Array.from({ length: n }, (_, at) => `Name: A${at}\nPhone: 4155550101\nEmail: p${at}@x.example\nL${at}: x\n`).join(
      "\n",
    );
  const text = people(20_000);
  expect(costOf(() => inFile(text))).toBeLessThan(3000);
  expect(costOf(() => inContacts(text))).toBeLessThan(3000);
});

test("nor do they cost everybody a cell", () => {
  const people = Array.from(
    { length: 190 },
    (_, at) => `L${at}: x\nName: A${at}\nEmail: p${at}@x.example\nRole: Viewer\n`,
  );
  const read = readContacts({ text: people.join("\n"), alphabet: null });
  expect("table" in read && read.table.headings.length).toBe(43);
  expect("table" in read && read.table.headings).toEqual(expect.arrayContaining(["Name", "Email", "Role"]));
});

test("of more people than are read at once it reads some more, and never to the end", () => {
  const text = "Name: A\nEmail: a@x.example\n\n".repeat(150_000);
  expect(readFile({ text, alphabet: null })).toEqual({ problem: expect.stringContaining("more than 10,000 people") });
  expect(costOf(() => inFile(text))).toBeLessThan(3000);
});

describe("without gaps", () => {
  test("the label that began the first begins everybody", () => {
    const text =
      "Name: Ann\nPhone: 4155550101\nPhone: 4155550102\nEmail: ann@x.example\nName: Bo\nPhone: 4155550103\nEmail: bo@x.example\n";
    const rows = ["Name|Phone|Email", "Ann|4155550101; 4155550102|ann@x.example", "Bo|4155550103|bo@x.example"];
    expect(inContacts(text)).toEqual(rows);
    expect(inFile(text)).toEqual(rows);
  });

  test.each([
    [
      "Title: Dr\nName: Ann\nEmail: a@x.example\nName: Bo\nEmail: b@x.example\nTitle: Mr\nName: Cy\nEmail: c@x.example\n",
    ],
    ["Email: ana@x.example\nEmail: bo@x.example\nName: Ana Silva\n"],
  ])("what could be the next one's is nobody's: %j", (text) => {
    expect(inFile(text)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Ann\||Silva\|/)]));
    expect(inPaste(text)).toBeNull();
  });

  test("an address on a line of its own takes no name from below", () => {
    const text =
      "Name: Ann\nEmail: ann@x.example\nName: Di\nEmail: di@x.example\nbo@x.example\nName: Cy\nEmail: cy@x.example\n";
    expect(inFile(text)).toEqual([
      "Name|Email",
      "Ann|ann@x.example",
      "Di|di@x.example",
      "|bo@x.example",
      "Cy|cy@x.example",
    ]);
  });
});

describe("a paste in which addresses would be lost is read one by one", () => {
  test.each([
    "Name: Sales\nEmail: ana@x.example, bo@x.example\nEmail: cy@x.example",
    "Name: Ann\nEmail: ann@x.example\n\nName: Bo\nEmail: bo@x.example\n cy@x.example",
    "Name: Ann\nEmail: ann@x.example\n\nName: Bo\nPhone: 4155550101",
    "Name: Ann\nEmail: ann@x.example\n\nName: Bo\nEmail: bo@x.example\nManager: cy@x.example",
  ])("%j", (text) => expect(inPaste(text)).toBeNull());

  test("otherwise it is a list", () => {
    const text = "Name: Ann\nEmail: [ann@x.example](mailto:ann@x.example)\n\nName: Bo\nEmail: bo@x.example";
    expect(inPaste(text)).toHaveLength(3);
  });

  test("however long a word in it is", () => {
    const others = "Name: Ann\nEmail: ann@x.example\n\nName: Bo\nEmail: bo@x.example";
    const text = `${others}\nNotes: x\n ${"a".repeat(150_000)}`;
    expect(costOf(() => inPaste(text))).toBeLessThan(3000);
  });
});

describe("what somebody wrote on a line of their notes gives them nothing", () => {
  const block = (name: string, ...lines: string[]) =>
    [`Name: ${name}`, `Email: ${name.toLowerCase()}@x.example`, ...lines].join("\n");
  const rolesIn = (text: string) =>
    [readFile({ text, alphabet: null }), pastedTable(text)].map((read) => {
      if (read === null || "problem" in read) return read;
      const fields = read.table.headings.map((heading) => ({ Email: "email", Role: "roles" })[heading] ?? "");
      return readRows({ ...read, fields }).map(({ email, roles }) => `${email}|${roles}`);
    });
  const twice = (rows: string[]) => [rows, rows];

  test.each([
    [
      ["Role: Viewer", "Notes: hi", "Role: Admin"],
      ["Role: Viewer", "Notes: x"],
    ],
    [
      ["Notes: hi", "Role: Admin", "Role: Viewer"],
      ["Notes: x", "Role: Viewer"],
    ],
    [
      ["Notes: hi", "Role: Admin", "Phone: 1", "Role: Viewer"],
      ["Notes: x", "Role: Viewer"],
    ],
    [
      ["Notes: hi", "Role: Admin"],
      ["Role: Viewer", "Notes: x"],
    ],
    [
      ["Bio: hi", "Phone: 1", "Role: Admin"],
      ["Role: Viewer", "Bio: x"],
    ],
    [
      ["Role: Viewer", "Role: Admin"],
      ["Role: Viewer", "Notes: x"],
    ],
    [
      ["Products: All", "Notes: hi", "Lines: 1", "Role: Admin"],
      ["Role: Viewer", "Products: All", "Lines: None", "Notes: x"],
    ],
  ])("%j beside %j", (mal, bo) => {
    const text = [block("Mal", ...mal), block("Bo", ...bo), block("Cy", ...bo)].join("\n\n");
    expect(rolesIn(text)).toEqual(twice(["mal@x.example|", "bo@x.example|Viewer", "cy@x.example|Viewer"]));
  });

  test("roles below notes cost hardly more than other lines there", () => {
    const people = (below: (nth: number) => string) =>
      Array.from({ length: 300 }, (_, at) => {
        const lines = Array.from({ length: 180 }, (_, nth) => `${nth < 90 ? `Note ${nth}` : below(nth)}: x`);
        return [`Name: A${at}`, `Email: p${at}@x.example`, ...lines].join("\n");
      }).join("\n\n");
    const [roles, others] = [people((nth) => `Role (v${nth})`), people((nth) => `Else (v${nth})`)];
    const least = (text: string) => Math.min(...[1, 2, 3].map(() => costOf(() => inFile(text))));
    expect(least(roles)).toBeLessThan(1.6 * least(others));
  });

  test("where nobody else has a role, one below a note is none", () => {
    const text = [block("Mal", "Notes: hi", "Role: Admin"), block("Bo", "Notes: x"), block("Cy", "Notes: y")].join(
      "\n\n",
    );
    expect(rolesIn(text)).toEqual(twice(["mal@x.example|", "bo@x.example|", "cy@x.example|"]));
  });

  test.each([
    [
      ["Title: Nurse", "Phone: 1", "Role: Admin"],
      ["Title: Nurse", "Phone: 2", "Role: Viewer"],
    ],
    [
      ["Group: West", "Role: Admin"],
      ["Group: West", "Role: Viewer"],
    ],
    [
      ["Phone: 4155550101", "Phone: 4155550102", "Role: Admin"],
      ["Phone: 4155550103", "Role: Viewer"],
    ],
  ])("but where it stands as everybody's does: %j", (ann, bo) => {
    const text = [block("Ann", ...ann), block("Bo", ...bo), block("Cy", ...bo)].join("\n\n");
    expect(rolesIn(text)).toEqual(twice(["ann@x.example|Admin", "bo@x.example|Viewer", "cy@x.example|Viewer"]));
  });
});

describe("whoever stands below the blocks without labels is a row of their own", () => {
  const blocks =
    "Name: Ann\nPhone: 4155550101\nEmail: a@x.example\n\nName: Bo\nPhone: 4155550102\nEmail: b@x.example\n";
  const ann = ["Name|Phone|Email", "Ann|4155550101|a@x.example", "Bo|4155550102|b@x.example"];

  test.each(["\n", ""])("after %j", (gap) => {
    expect(inContacts(`${blocks}${gap}Cy Yo, 415-555-0103\nDi Du 415-555-0104\n4155550105\nel@x.example\n`)).toEqual([
      ...ann,
      "|Cy Yo, 415-555-0103",
      "|Di Du 415-555-0104",
      "|4155550105",
      "||el@x.example",
    ]);
  });

  test("in a file of people to invite, too", () => {
    expect(inFile(`${blocks}\nCy Yo, c@x.example, Admin\nDi d@x.example\n`)).toEqual([
      ...ann,
      "||Cy Yo, c@x.example, Admin",
      "||Di d@x.example",
    ]);
  });

  test("and the second line of a street is not", () => {
    const text = `${blocks}\nName: Cy\nPhone: 4155550103\nEmail: c@x.example\nAddress: 1 Main St\nSan Francisco, CA 94110-1234\n`;
    expect(inContacts(text)).toContain("Cy|4155550103|c@x.example|1 Main St San Francisco, CA 94110-1234");
  });
});
