import { expect, test } from "vitest";
import { can, groupsWith, refuseBeyond } from "@/lib/access/can";
import {
  allProducts,
  isRole,
  matrix,
  type Product,
  type Role,
  roleNames,
  rolesWith,
  userTypes,
} from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { Refused } from "@/lib/errors";

/** The table as the product's description has it: it must be changed in both places, and on purpose. */
const TABLE = `
| permission           | Admin | End User | Messaging Agent | Sender | Viewer | product   |
| users.manage         | ✓     |          |                 |        |        |           |
| groups.manage        | ✓     |          |                 |        |        |           |
| numbers.manage       | ✓     |          |                 |        |        |           |
| company.manage       | ✓     |          |                 |        |        |           |
| audit.view           | ✓     |          |                 |        |        |           |
| account.view         | ✓     |          |                 |        | ✓      |           |
| messages.read        | ✓     | ✓        | ✓               | ✓      |        | Texting   |
| messages.send        | ✓     | ✓        | ✓               | ✓      |        | Texting   |
| chat.reply           | ✓     | ✓        | ✓               |        |        | Chat      |
| contacts.manage      | ✓     | ✓        |                 | ✓      |        | Texting   |
| campaigns.manage     | ✓     | ✓        |                 | ✓      |        | Campaigns |
| reports.download     | ✓     | ✓        |                 | ✓      | ✓      | Reports   |
| subscriptions.create | ✓     |          |                 | ✓      |        | Campaigns |
| credits.add          | ✓     |          |                 | ✓      |        |           |
| invoices.view        | ✓     |          |                 |        |        |           |
| sender-names.request | ✓     |          |                 |        |        |           |
| api-keys.manage      | ✓     |          |                 |        |        |           |
| auto-replace.manage  | ✓     |          |                 |        |        |           |`;

const ROLES: Role[] = ["admin", "end-user", "messaging-agent", "sender", "viewer"];

/** The matrix of the code, drawn as that table is. */
const drawn = () => [
  ["permission", ...ROLES.map((role) => roleNames[role]), "product"],
  ...Object.entries(matrix).map(([permission, { roles, product }]) => [
    permission,
    ...ROLES.map((role) => (roles.includes(role) ? "✓" : "")),
    product ? product.replace(/^./, (first) => first.toUpperCase()) : "",
  ]),
];

const written = () =>
  TABLE.trim()
    .split("\n")
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** A tree: root, with north and south under it, and dock under north. */
const root = ["root"];
const north = ["root", "north"];
const dock = ["root", "north", "dock"];
const south = ["root", "south"];

const holding = (assignments: [Role, string[]][], products: readonly Product[] = allProducts): Viewer => ({
  kind: "viewer",
  userId: "u",
  memberId: "m",
  accountId: "a",
  sessionId: "s",
  accountName: "Harbour",
  rootGroupId: "root",
  firstName: "Ana",
  lastName: "Silva",
  timeZone: "UTC",
  country: "US",
  locale: null,
  clock: null,
  weekStart: null,
  letterKeys: true,
  assignments: assignments.map(([role, path]) => ({ role, groupId: path.at(-1) ?? "", path })),
  products,
  isElsewhereToo: false,
  isNew: false,
  hasKeptForms: false,
});

const grants = (viewer: Viewer, role: Role, path: string[]) => {
  try {
    refuseBeyond(viewer, role, { path, field: "role" });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return false;
  }
};

test("the matrix is the table", () => {
  expect(drawn()).toEqual(written());
});

test("every right of every role is what the table says, asked through can()", () => {
  for (const role of ROLES) {
    const viewer = holding([[role, root]]);
    for (const [permission, row] of Object.entries(matrix)) {
      const asked = Object.keys(matrix).find((name): name is keyof typeof matrix => name === permission);
      expect(asked && can(viewer, asked), `${role} ${permission}`).toBe(row.roles.includes(role));
    }
  }
});

test("a right counts only while its product is switched on", () => {
  const viewer = holding([["admin", root]], ["chat"]);
  expect(can(viewer, "chat.reply")).toBe(true);
  expect(can(viewer, "messages.send")).toBe(false);
  expect(can(viewer, "users.manage")).toBe(true);
});

test("a role held at a group counts there and under it, not above and not beside", () => {
  const viewer = holding([["admin", north]]);
  expect(can(viewer, "users.manage", north)).toBe(true);
  expect(can(viewer, "users.manage", dock)).toBe(true);
  expect(can(viewer, "users.manage", root)).toBe(false);
  expect(can(viewer, "users.manage", south)).toBe(false);
  expect(can(viewer, "users.manage")).toBe(true);
});

test("several roles add up, each at its own group", () => {
  const viewer = holding([
    ["viewer", root],
    ["admin", dock],
    ["admin", dock],
  ]);
  expect(groupsWith(viewer, "account.view")).toEqual(["root", "dock"]);
  expect(can(viewer, "account.view", south)).toBe(true);
  expect(can(viewer, "users.manage", north)).toBe(false);
});

test("nobody without a role may do anything", () => {
  const nobody = holding([]);
  expect(can(nobody, "account.view")).toBe(false);
  expect(can(nobody, "users.manage", root)).toBe(false);
  expect(grants(nobody, "viewer", root)).toBe(false);
  expect(["constructor", "toString", "__proto__", "Admin", ""].filter(isRole)).toEqual([]);
});

test("nobody grants more than they hold, here or elsewhere", () => {
  const admin = holding([["admin", north]]);
  for (const role of ROLES) {
    expect(grants(admin, role, north)).toBe(true);
    expect(grants(admin, role, dock)).toBe(true);
    expect(grants(admin, role, root)).toBe(false);
    expect(grants(admin, role, south)).toBe(false);
  }
  const endUser = holding([["end-user", root]]);
  expect(ROLES.filter((role) => grants(endUser, role, root))).toEqual(["end-user", "messaging-agent"]);
  const both = holding([
    ["messaging-agent", root],
    ["sender", root],
  ]);
  expect(ROLES.filter((role) => grants(both, role, root))).toEqual(["end-user", "messaging-agent", "sender"]);
});

test("the forms offer Admin and End User", () => {
  expect(userTypes.map(({ value, title }) => [value, title])).toEqual([
    ["end-user", "End User"],
    ["admin", "Admin"],
  ]);
  expect(rolesWith("users.manage")).toEqual(["admin"]);
});
