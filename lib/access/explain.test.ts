import { describe, expect, test } from "vitest";
import { can } from "./can";
import { type Access, accessDifference } from "./difference";
import { explain } from "./explain";
import { allProducts, allRoles, isAskedHere, type Permission, type Role } from "./permissions";
import { allPermissions, COMPANY_WIDE, type Held } from "./phrases";
import type { Viewer } from "./viewer";

/** Main Group, with West (Store 4, Store 5) and East under it. */
const TREE = {
  root: { place: "Main Group", path: ["root"] },
  west: { place: "West", path: ["root", "west"] },
  store4: { place: "West ▸ Store 4", path: ["root", "west", "store4"] },
  store5: { place: "West ▸ Store 5", path: ["root", "west", "store5"] },
  east: { place: "East", path: ["root", "east"] },
} as const;
type Group = keyof typeof TREE;
const groups = Object.keys(TREE) as Group[];

const at = (role: Role, group: Group): Held => ({ role, groupId: group, ...TREE[group], atRoot: group === "root" });

const holding = ({ roles, products }: Pick<Access, "roles" | "products">): Viewer => ({
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
  assignments: roles.map(({ role, groupId, path }) => ({ role, groupId, path })),
  products,
  isElsewhereToo: false,
  isNew: false,
  hasKeptForms: false,
});

/** Company information is a thing of the root: whatever is held below says nothing about it. */
const holds = (access: Pick<Access, "roles" | "products">, permission: Permission, group: Group) =>
  can(holding(access), permission, COMPANY_WIDE.includes(permission) ? TREE.root.path : TREE[group].path);

const said = (rights: ReturnType<typeof explain>["rights"], permission: Permission, group: Group) =>
  rights.some((right) => right.permissions.includes(permission) && TREE[group].path.some((id) => id === right.groupId));

const one = <T>(list: readonly T[], step: number) => list[step % list.length];

/** Every role at every group alone, then many mixtures, each with other products; the same ones every time. */
function* manyAccesses(): Generator<Access> {
  for (const role of allRoles)
    for (const group of groups) yield { roles: [at(role, group)], products: allProducts, lines: [] };
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed >> 8;
  };
  for (let round = 0; round < 400; round++) {
    const roles = Array.from({ length: next() % 5 }, () =>
      at(one(allRoles, next()) ?? "viewer", one(groups, next()) ?? "root"),
    );
    yield { roles, products: allProducts.filter(() => next() % 3 > 0), lines: [] };
  }
}

describe("what somebody can do", () => {
  test("is exactly what can() answers, for every permission and group", () => {
    let asked = 0;
    for (const access of manyAccesses()) {
      const { rights } = explain(access);
      const who = JSON.stringify(access);
      for (const permission of allPermissions)
        for (const group of groups) {
          asked++;
          expect(said(rights, permission, group), `${permission} in ${group} ${who}`).toBe(
            holds(access, permission, group),
          );
        }
    }
    expect(asked).toBeGreaterThan(30_000);
  });

  test("is said once, with the place and the role it comes from", () => {
    expect(explain({ roles: [at("messaging-agent", "store4")], products: allProducts }).rights).toEqual([
      {
        permissions: ["messages.read", "messages.send"],
        groupId: "store4",
        words: "Send messages in West ▸ Store 4: Messaging Agent there",
      },
      {
        permissions: ["chat.reply"],
        groupId: "store4",
        words: "Reply to chats in West ▸ Store 4: Messaging Agent there",
      },
    ]);
  });

  test("is a short list for an End User", () => {
    const { rights, off, idle } = explain({ roles: [at("end-user", "root")], products: allProducts });
    expect(rights.map(({ words }) => words)).toEqual([
      "Send messages and manage contacts everywhere: End User in Main Group",
      "Reply to chats everywhere: End User in Main Group",
      "Create and send campaigns everywhere: End User in Main Group",
      "Download reports everywhere: End User in Main Group",
    ]);
    expect([...off, ...idle]).toEqual([]);
  });

  test("keeps apart what no page here asks for", () => {
    const { rights } = explain({ roles: [at("admin", "root")], products: allProducts });
    for (const { permissions } of rights) expect(new Set(permissions.map(isAskedHere)).size).toBe(1);
    expect(rights[0]?.words).toBe(
      "Manage users, manage groups, manage SMS numbers, update company information, see the activity log, see users, groups and numbers and configure Auto-Replace everywhere: Admin in Main Group",
    );
  });

  test("names what a switched-off product keeps them from", () => {
    const { rights, off } = explain({ roles: [at("messaging-agent", "west")], products: ["texting"] });
    expect(rights).toHaveLength(1);
    expect(off).toEqual([
      { product: "chat", permissions: ["chat.reply"], words: "Reply to chats: Chat is switched off" },
    ]);
  });

  test("names a role that adds nothing to one from above, and both of two that give the same", () => {
    const { idle } = explain({ roles: [at("admin", "root"), at("sender", "west")], products: allProducts });
    expect(idle).toEqual(["Sender in West adds nothing to that"]);
    const both = explain({ roles: [at("end-user", "west"), at("messaging-agent", "west")], products: ["chat"] });
    expect(both.rights.map(({ words }) => words)).toEqual([
      "Reply to chats in West: End User and Messaging Agent there",
    ]);
  });

  test("is nothing without a role", () => {
    expect(explain({ roles: [], products: allProducts })).toEqual({ rights: [], off: [], idle: [] });
  });
});

describe("what a change gives and takes", () => {
  test("is exactly where can() answers otherwise than before", () => {
    const all = [...manyAccesses()];
    all.forEach((before, step) => {
      const after = one(all, step * 7 + 3) ?? before;
      const { gained, lost } = accessDifference(before, after);
      for (const permission of allPermissions)
        for (const group of groups) {
          const path: readonly string[] = TREE[group].path;
          const inside = ({ permissions }: typeof gained) =>
            permissions.some(
              (each) =>
                each.permission === permission &&
                path.includes(each.place.groupId) &&
                !each.except.some(({ groupId }) => path.includes(groupId)),
            );
          const [had, has] = [holds(before, permission, group), holds(after, permission, group)];
          if (COMPANY_WIDE.includes(permission) && group !== "root") continue;
          expect([inside(gained), inside(lost)], `${permission} in ${group}`).toEqual([!had && has, had && !has]);
        }
    });
  });

  test("says permissions by place, products and lines in the same words", () => {
    const desk = { id: "1", label: "(415) 555-0134 · Front desk" };
    const before = { roles: [at("end-user", "root")], products: allProducts, lines: [desk] };
    const after = { roles: [at("messaging-agent", "store4")], products: ["texting" as const], lines: [] };
    const { gained, lost } = accessDifference(before, after);
    expect(gained.words).toEqual([]);
    expect(lost.words).toEqual([
      "Send messages everywhere (still in West ▸ Store 4)",
      "Reply to chats everywhere",
      "Manage contacts everywhere",
      "Create and send campaigns everywhere",
      "Download reports everywhere",
      "Product: Chat",
      "Product: Campaigns",
      "Product: Reports",
      "Line: (415) 555-0134 · Front desk",
    ]);
    expect(accessDifference(after, before).gained.words).toContain(
      "Send messages everywhere (so far only in West ▸ Store 4)",
    );
  });

  test("is nothing where another role gives the same", () => {
    const more = { roles: [at("end-user", "root"), at("messaging-agent", "west")], products: allProducts, lines: [] };
    const { gained, lost } = accessDifference(more, { ...more, roles: [at("end-user", "root")] });
    expect([...gained.words, ...lost.words]).toEqual([]);
  });
});
