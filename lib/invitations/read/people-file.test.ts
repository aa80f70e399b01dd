import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { costOf } from "@/tests/support/cost";
import { preview, rowsAt } from "@/tests/support/inviting";
import { offered } from "@/tests/support/offer";
import { cellFits } from "./access-cells";
import { otherThanLines, peopleFile } from "./people-file";
import { guessColumns, readFile } from "./read-file";
import { readRows } from "./read-rows";

async function peopleIn(written: string | Buffer<ArrayBuffer>, name = "list.json") {
  const file = await peopleFile.parseAsync(
    new File([new Uint8Array(typeof written === "string" ? Buffer.from(written) : written)], name),
  );
  const read = readFile(file ?? { text: "", alphabet: null });
  if ("problem" in read) return read.problem;
  const fields = guessColumns(read, cellFits(offered)).map(({ field }) => field);
  return readRows({ ...read, fields }).map(({ email, firstName, lastName, roles, group, left }) =>
    [email, firstName, lastName, roles, group, ...(left ? ["left"] : [])].join("|"),
  );
}

const SLACK = {
  ok: true,
  members: [
    {
      id: "W1",
      team_id: "T1",
      name: "asilva",
      deleted: false,
      profile: {
        real_name: "Ana Silva",
        first_name: "Ana",
        last_name: "Silva",
        email: "ana@cedar.example",
        fields: [],
      },
      is_admin: true,
    },
    {
      id: "W2",
      name: "bli",
      deleted: true,
      profile: { real_name: "Bo Li", first_name: "Bo", last_name: "Li", email: "bo@cedar.example" },
    },
  ],
  response_metadata: { next_cursor: "" },
};
const OKTA = [
  {
    id: "00u1",
    status: "ACTIVE",
    created: "2026-01-01T00:00:00.000Z",
    profile: {
      firstName: "Ana",
      lastName: "Silva",
      mobilePhone: null,
      login: "ana@cedar.example",
      email: "ana@cedar.example",
    },
    credentials: { provider: { type: "OKTA", name: "OKTA" } },
    _links: { self: { href: "https://cedar.example/api/v1/users/00u1" } },
  },
  {
    id: "00u2",
    status: "DEPROVISIONED",
    profile: { firstName: "Bo", lastName: "Li", login: "bo@cedar.example", email: "bo@cedar.example" },
  },
];
const GOOGLE = {
  kind: "admin#directory#users",
  users: [
    {
      primaryEmail: "ana@cedar.example",
      name: { givenName: "Ana", familyName: "Silva", fullName: "Ana Silva" },
      isAdmin: true,
      suspended: false,
      emails: [{ address: "a.silva@cedar.example" }, { address: "ana@cedar.example", primary: true }],
      password: "hunter2",
    },
    { primaryEmail: "bo@cedar.example", name: { givenName: "Bo", familyName: "Li" }, suspended: true },
  ],
};
const ENTRA = {
  "@odata.context": "https://graph.example/v1.0/$metadata#users(displayName,mail)",
  value: [
    {
      displayName: "Ana Silva",
      givenName: "Ana",
      surname: "Silva",
      mail: "ana@cedar.example",
      userPrincipalName: "ana@cedar.example",
      accountEnabled: true,
      businessPhones: [],
    },
    {
      displayName: "Bo Li",
      givenName: "Bo",
      surname: "Li",
      mail: null,
      userPrincipalName: "bo@cedar.example",
      accountEnabled: false,
    },
  ],
};
const SCIM = {
  totalResults: 2,
  Resources: [
    {
      userName: "ana",
      name: { givenName: "Ana", familyName: "Silva" },
      emails: [{ value: "ana@cedar.example", primary: true }],
      active: true,
    },
    {
      userName: "bo",
      name: { givenName: "Bo", familyName: "Li" },
      emails: [{ value: "bo@home.example" }, { value: "bo@cedar.example", primary: true }],
      active: false,
    },
  ],
};
const ANA_AND_BO = ["ana@cedar.example|Ana|Silva||", "bo@cedar.example|Bo|Li|||left"];

test.each(Object.entries({ SLACK, OKTA, GOOGLE, ENTRA, SCIM }))("what %s answers names people", async (_, answer) => {
  const indented = JSON.stringify(answer, null, 2);
  expect(await peopleIn(indented)).toEqual(ANA_AND_BO);
  expect(await peopleIn(Buffer.from(`\ufeff${indented}`, "utf16le"))).toEqual(ANA_AND_BO);
  expect(await peopleIn(Buffer.from(indented, "utf16le"))).toEqual(ANA_AND_BO);
});

test("so do objects on a line each, and somebody alone", async () => {
  expect(await peopleIn(OKTA.map((each) => JSON.stringify(each)).join("\n"))).toEqual(ANA_AND_BO);
  expect(await peopleIn(JSON.stringify(ENTRA.value[0]))).toEqual(ANA_AND_BO.slice(0, 1));
});

test("no value makes a cell, a row or a column of another", async () => {
  const people = [
    { email: "a@x.example", name: "Ana,eve@x.example,Admin\nEve", role: "Viewer", __proto__: { role: "Admin" } },
  ];
  expect(await peopleIn(JSON.stringify(people))).toEqual([expect.stringMatching(/^a@x\.example\|.*\|Viewer\|$/)]);
});

test.each(['[{"email":"a@x.example"', '{"users":[]}', '[{"email":"a@x.example"},"bo"]'])(
  "%s is no list",
  async (text) => {
    expect(otherThanLines(Buffer.from(text))).toBeNull();
    await expect(peopleIn(text)).rejects.toThrow();
  },
);

test("nothing of it costs more than its length", () => {
  const none = (least: number, objects: string) => `[${`${objects},`.repeat(Math.floor(4e6 / least))}{"a":1}]`;
  const texts = [
    `[${Array.from({ length: 250_000 }, (_, at) => `{"k${at}":"x"}`).join()}]`,
    `[${Array.from({ length: 10_000 }, (_, at) => `{"k${at % 200}":"x"}`).join()}]`,
    none(10, '{"a":"bo"}'),
    `[{"a":1},${none(3, "{}").slice(1)}`,
    `${'{"a":'.repeat(500_000)}1${"}".repeat(500_000)}`,
    `{"a":"x@y.example","b":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
    `{"a":"x@y.example","b":${'{"user":'.repeat(200_000)}1${"}".repeat(200_000)}}`,
    `{"email":[${'"a@x.example",'.repeat(200_000)}"x@y.example"],"a":"x@y.example"}`,
  ];
  // The first of the two compiles what it runs.
  const cost = (text: string) => Math.min(...[1, 2].map(() => costOf(() => otherThanLines(Buffer.from(text)))));
  for (const text of texts) expect(cost(text)).toBeLessThan(3000);
});

test("of too many people, or fields, it is said", async () => {
  const people = (length: number) => JSON.stringify(Array.from({ length }, (_, at) => ({ email: `p${at}@x.example` })));
  expect(await peopleIn(people(10_000))).toHaveLength(10_000);
  await expect(peopleIn(people(10_001))).rejects.toThrow("more than 10,000 people");
  const wide = JSON.stringify(Array.from({ length: 300 }, (_, at) => ({ [`k${at}`]: "x", email: `p${at}@x.example` })));
  await expect(peopleIn(wide)).rejects.toThrow("more than 200 fields");
  const viewer = await viewerOf((await makeCompany()).ana);
  const message = expect.stringContaining("more than 200 fields");
  await expect(preview(viewer, { addresses: wide })).rejects.toMatchObject({ field: "addresses", message });
});

test.each(["manager", "created_by", "invited_by", "supervisor", "assistant", "owner", "anything", "manager.user"])(
  "what stands in somebody's %s is nobody's but theirs",
  async (path) => {
    const within = (value: unknown) => path.split(".").reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
    const people = [
      { name: "Ann Lee", email: "ann@x.example", ...Object(within({ role: "Admin", group: "West" })) },
      { name: "Cy Yo", ...Object(within({ email: "bo@x.example" })) },
      { name: "Di Du", ...Object(within([{ email: "bo@x.example", role: "Admin", primary: true }])) },
    ];
    expect(await peopleIn(JSON.stringify(people))).toEqual(["ann@x.example|Ann|Lee||", "|Cy|Yo||", "|Di|Du||"]);
  },
);

test.each(["profile", "user", "attributes", "fields", "properties"])(
  "%s names the person, and gives them nothing",
  async (key) => {
    const inner = { email: "ann@x.example", name: { first: "Ann", last: "Lee" }, role: "Admin", group: "West" };
    const people = [{ id: 1, [key]: { ...inner, "User Type": "Admin", manager: { email: "bo@x.example" } } }];
    expect(await peopleIn(JSON.stringify(people))).toEqual(["ann@x.example|Ann|Lee||"]);
  },
);

test("a right of their own is one that stands beside their address", async () => {
  const people = [
    { email: "ann@x.example", role: "Viewer" },
    { email: "bo@x.example", role: ["Viewer", "Admin"] },
    { email: "cy@x.example", role: [{ value: "Admin" }] },
    { email: "di@x.example", role: { user: { role: "Admin" } } },
  ];
  const rows = await peopleIn(JSON.stringify(people));
  expect(rows).toEqual([
    "ann@x.example|||Viewer|",
    "bo@x.example|||Viewer; Admin|",
    "cy@x.example||||",
    "di@x.example||||",
  ]);
});

const CARDS = [
  ...[
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Silva;Ana;;;",
    "FN:Ana Silva",
    "EMAIL;TYPE=WORK:ana@cedar.example",
    "TEL:+14155550101",
  ],
  ...["CATEGORIES:West", "NOTE:Role: Admin", "END:VCARD", "BEGIN:VCARD", "VERSION:4.0", "FN:Bo Li", "N:Li;Bo;;;"],
  ...["EMAIL:bo@cedar.example", "END:VCARD", ""],
].join("\r\n");

test("contact cards name people, and nothing of what they may do", async () => {
  expect(await peopleIn(CARDS, "people.vcf")).toEqual(["ana@cedar.example|Ana|Silva||", "bo@cedar.example|Bo|Li||"]);
});

test("pasted, they are read like a file; what is cut off is asked for whole", async () => {
  const viewer = await viewerOf((await makeCompany()).ana);
  for (const addresses of [CARDS, JSON.stringify(SCIM, null, 2)]) {
    const { batchId } = await preview(viewer, { addresses });
    const people = (await rowsAt(batchId)).map(({ email, firstName, lastName }) => `${email}|${firstName}|${lastName}`);
    expect(people).toEqual(["ana@cedar.example|Ana|Silva", "bo@cedar.example|Bo|Li"]);
  }
  const cut = preview(viewer, { addresses: JSON.stringify(OKTA, null, 2).slice(0, -20) });
  await expect(cut).rejects.toMatchObject({ field: "addresses", message: expect.stringContaining("JSON") });
});
