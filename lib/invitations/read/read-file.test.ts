import { describe, expect, test } from "vitest";
import { ACCOUNTS } from "@/tests/support/files/accounts";
import { DIRECTORIES, type Sample } from "@/tests/support/files/directories";
import { HR_LISTS } from "@/tests/support/files/hr-lists";
import { MIXED_UP } from "@/tests/support/files/mixed-up";
import { NAMES } from "@/tests/support/files/names";
import { REPORTS } from "@/tests/support/files/reports";
import { ALPHABETS, SPREADSHEETS } from "@/tests/support/files/spreadsheets";
import { offered } from "@/tests/support/offer";
import { decodeFile } from "../../import/letters/decode";
import { cellFits } from "./access-cells";
import { guessColumns, readFile } from "./read-file";
import { readRows } from "./read-rows";

async function peopleIn(text: string | Buffer) {
  const decoded = await decodeFile(typeof text === "string" ? Buffer.from(text) : text);
  const read = readFile(decoded ?? { text: "", alphabet: null });
  if ("problem" in read) throw new Error(read.problem);
  const columns = guessColumns(read, cellFits(offered));
  const rows = readRows({ ...read, fields: columns.map(({ field }) => field) });
  const people = rows.map(({ email, firstName, lastName, left, problem }) =>
    [email, firstName, lastName, ...(left ? ["left"] : []), ...(problem ? [problem] : [])].join("|"),
  );
  return { read, columns, rows, people };
}

describe.each([
  ...DIRECTORIES,
  ...ACCOUNTS,
  ...SPREADSHEETS,
  ...HR_LISTS,
  ...NAMES,
  ...MIXED_UP,
  ...REPORTS,
  ...ALPHABETS,
])("a list from $from", ({ text, want, unread = [] }: Sample) => {
  test("is read as a person reads it", async () => {
    const { people, columns } = await peopleIn(text);
    expect(people).toEqual(want);
    const isRead = (heading: string) => columns.find((column) => column.heading === heading)?.field !== "";
    expect(unread.filter(isRead)).toEqual([]);
  });
});

test("passwords are never kept, not even where a row has a cell too many", async () => {
  const text =
    "Email,Password,Kennwort (neu),First Name\na@x.example,hunter2,hunter3,Ana\nb@x.example,x,hunter4,hunter5,Bo\n";
  const { read, columns, rows } = await peopleIn(text);
  expect(read.table.secret).toEqual(["Password", "Kennwort (neu)"]);
  expect(columns.map(({ heading }) => heading)).toEqual(["Email", "First Name"]);
  expect(JSON.stringify([read, rows])).not.toContain("hunter");
  expect(rows[1]?.problem).toContain("more cells than there are columns");
});

test("a column none of whose values fits is left alone and named; where some fit, the others say what is wrong", async () => {
  const { columns } = await peopleIn("Email,User Type,Role\na@x.example,Licensed,Viewer\nb@x.example,Basic,Boss\n");
  expect(columns.map(({ field, note }) => [field, note])).toEqual([
    ["email", ""],
    ["", expect.any(String)],
    ["roles", ""],
  ]);
  const { columns: others } = await peopleIn("Email,User Type\na@x.example,Licensed\n");
  expect(others[1]).toMatchObject({ field: "", note: "None of its values is a role." });
});

test.each([
  ["Owner", "Admin", "Member"],
  ["Admin", "Viewer", "Editor"],
  ["Admin", "Manager", ""],
  ["Admin", "Nurse", "Receptionist"],
  ["Full access", "Viewer", ""],
])("what is a role elsewhere, or a job, is none here: %s, %s, %s", async (...roles) => {
  const { columns, rows } = await peopleIn(
    `Email,Role\n${roles.map((role, at) => `p${at}@x.example,${role}`).join("\n")}\n`,
  );
  expect(columns[1]).toMatchObject({ field: "", note: expect.stringContaining("choose “Role”") });
  expect(rows.map((row) => row.roles)).toEqual(["", "", ""]);
});

test.each(["Email,Name,Role,Two-factor", "Email,Name,Role,Last Active", "Email,Name,Workspace role,City"])(
  "what is called like our roles in a list of another program's accounts is asked about: %s",
  async (headings) => {
    const { columns, rows } = await peopleIn(`${headings}\na@x.example,Ana,Admin,x\nb@x.example,Bo,Viewer,y\n`);
    expect(columns[2]).toMatchObject({ field: "", note: expect.stringContaining("choose “Role”") });
    expect(rows.map((row) => row.roles)).toEqual(["", ""]);
    const { rows: ours } = await peopleIn(`${headings}\na@x.example,Ana,Admin,x\nb@x.example,Bo,End User,y\n`);
    expect(ours.map((row) => row.roles)).toEqual(["Admin", "End User"]);
  },
);

test.each(["Status", "Estado", "Statut", "Situação"])(
  "a mere %s beside them makes no roles another program's",
  async (status) => {
    const { rows } = await peopleIn(`Email,Role,${status}\na@x.example,Admin,x\nb@x.example,Viewer,y\n`);
    expect(rows.map((row) => row.roles)).toEqual(["Admin", "Viewer"]);
  },
);

test("an encoded name in a cell invites nobody", async () => {
  const { rows } = await peopleIn(
    "Name,Email\n=?UTF-8?Q?eve=40evil.example?=,ana@x.example\nBo,=?UTF-8?Q?eve=40evil.example=3B?= <bo@x.example>\n",
  );
  expect(rows.map(({ email }) => email)).toEqual(["ana@x.example", "bo@x.example"]);
});

test.each([
  ["Admin", "Viewer", ""],
  ["Admin", "Viewer", "Veiwer"],
  ["Viewer @ West; Sender", "End User", "End-User"],
  ["Admin", "", ""],
])("roles of ours are read, a slip of the pen among them: %s, %s, %s", async (...roles) => {
  const { rows } = await peopleIn(`Email,Role\n${roles.map((role, at) => `p${at}@x.example,${role}`).join("\n")}\n`);
  expect(rows.map((row) => row.roles)).toEqual(roles);
});

/** In the file of another program, with more columns than anybody needs, and in ours. */
test.each([",", ";", "|", "\t"])("no sign that a name makes stands between cells or rows: %j", async (sign) => {
  for (const written of [
    "&#44;",
    "&#59;",
    "&#124;",
    "&#9;",
    "&#10;",
    "&amp;#44;",
    "&#34;,&#34;".replace(",", "&#44;"),
  ]) {
    const name = `Bob${written}eve@x.example${written}Admin`;
    const quoted = name.includes(sign) ? `"${name}"` : name;
    const lines = [
      ["First Name", "Email", "Role", "Nickname", "", "", "", ""],
      [quoted, "bob@x.example", "Viewer", "Admin", "", "", "", ""],
      ["<br>", "<a href='mailto:q@y.example'>q</a><br>Eve", "Viewer", "", "", "", "", ""],
    ].map((cells) => cells.join(sign));
    const { rows } = await peopleIn(`${lines.join("\n")}\n`);
    expect(rows.map(({ email, roles }) => [email, roles])).toEqual([
      ["bob@x.example", "Viewer"],
      [expect.not.stringContaining("eve@x.example"), "Viewer"],
    ]);
  }
});

test("a name that ends as a sign begins takes no cell with it", async () => {
  const { rows } = await peopleIn("Email;First Name;Role;Nickname;;\neve@x.example;Eve&amp;Viewer;Admin;;\n");
  expect(rows).toMatchObject([{ email: "eve@x.example", firstName: "Eve&amp", roles: "Viewer" }]);
});

test.each([
  ["all end with a semicolon", ";", ";"],
  ["all have a cell without a heading", ";x", ";"],
])("nor where lines have more cells than headings, as %s", async (_, end, none) => {
  const lines = [`bo@x.example;Bo;Viewer;Bobby${end}`, `eve@x.example;Eve&amp;Viewer;Admin${end}`];
  for (const written of [lines, [`cy@x.example;Cy;Viewer;${none}`, ...lines]]) {
    const { rows } = await peopleIn(["Email;First Name;Role;Nickname", ...written, ""].join("\n"));
    expect(rows.at(-1)).toMatchObject({ email: "eve@x.example", firstName: "Eve&amp", roles: "Viewer" });
  }
});

test("nor in a file of one line that ends with a semicolon", async () => {
  const { rows } = await peopleIn("Email;First Name;Role;Nickname\neve@x.example;Eve&amp;Viewer;Admin;\n");
  expect(rows).toMatchObject([{ email: "eve@x.example", firstName: "Eve&amp", roles: "Viewer" }]);
});

test("a torn sign is made whole in lines whose last cells are empty", async () => {
  const { people } = await peopleIn(
    "First Name;Last Name;Email;Note\nBo;Li;b@x.example;\nJos&eacute;;Li;j@x.example;\n",
  );
  expect(people).toEqual(["b@x.example|Bo|Li", "j@x.example|José|Li"]);
});

test("signs between which semicolons stand are one cell's, also in the headings", async () => {
  const { columns, people } = await peopleIn(
    "Pr&eacute;nom;Name;E-Mail;Ort;\nJos&eacute; M.;M&#252;ller;j@x.example;K&ouml;ln;\nBo;Li;b@x.example;;\n",
  );
  expect(columns[0]).toMatchObject({ heading: "Prénom", field: "firstName" });
  expect(people).toEqual(["j@x.example|José M.|Müller", "b@x.example|Bo|Li"]);
});

test("an address in disguise is one only in a column of addresses", async () => {
  const { people } = await peopleIn(
    "First Name,Last Name,E-Mail\nana [at] x [dot] example,Meet at home dot com,ana [at] x [dot] example\nBo,Li,Ask me at home dot com\n",
  );
  expect(people[0]).toBe("ana@x.example|ana [at] x [dot] example|Meet at home dot com");
  expect(people[1]).toMatch(/^Ask me at home dot com\|/);
});

test("our own file is read as it stands", async () => {
  const { rows } = await peopleIn(
    "Email,First Name,Last Name,Role,Products,Lines\nana@x.example,&lt;b&gt;,See me at home dot com,,,\nbo [at] x [dot] example,Tom &amp; Co,,,,\n",
  );
  expect(rows.map(({ email, firstName, lastName }) => [email, firstName, lastName])).toEqual([
    ["ana@x.example", "&lt;b&gt;", "See me at home dot com"],
    ["bo [at] x [dot] example", "Tom &amp; Co", ""],
  ]);
});

test("a heading of any length is read by its beginning", async () => {
  const { columns } = await peopleIn(`Email,"Name ${"aB c ".repeat(80_000)}"\nana@x.example,Ana\n`);
  expect(columns[1]?.heading.length).toBeLessThanOrEqual(250);
});

test.each([
  ["two programs wrote", Buffer.from("Email\nzo\u00eb@x.example\nren\xe9@x.example\n", "latin1")],
  ["DOS wrote", Buffer.from("Name;Email\nJ\x81rgen Gro\xe1;j@x.example\nB\x94rje M\x84rz;b@x.example\n", "latin1")],
  ["was cut off in a letter", Buffer.from("Name,Email\nZoë Ott,z@x.example\nBo,b@x.example,Zo\u00eb").subarray(0, -1)],
])("names in a list that %s are to be checked", async (_, bytes) => {
  expect((await peopleIn(bytes)).read.alphabet).not.toBeNull();
});

test("whose alphabet nothing says is marked; what says it is not", async () => {
  const marked = await Promise.all(ALPHABETS.map(async ({ text }) => (await peopleIn(text)).read.alphabet));
  expect(marked).toEqual([
    ...[
      "windows-1251",
      "windows-1250",
      "windows-1254",
      "windows-1252",
      "windows-1252",
      "windows-1250",
      "macintosh",
      "macintosh",
      "ibm850",
      "ibm852",
      "shift_jis",
    ],
    ...[null, null, null, null],
  ]);
});

test.each([
  ['"Mal;mal@x.example;Admin"', ["ana@x.example|Ana Silva|Viewer", "||"]],
  ["Mal;mal@x.example;Admin", ["ana@x.example|Ana Silva|Viewer", "mal@x.example|Mal|"]],
])("what is cut by another sign than the others gives nobody a role: %s", async (line, want) => {
  const { rows } = await peopleIn(`Name,Email,Role\nAna Silva,ana@x.example,Viewer\n${line}\n`);
  const said = ({ email, firstName, lastName, roles }: (typeof rows)[number]) =>
    `${email}|${[firstName, lastName].filter(Boolean).join(" ")}|${roles}`;
  expect(rows.map(said)).toEqual(want);
});
