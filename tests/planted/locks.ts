import type { Planted } from "./planted";

/** What two do at the same moment. */
export const LOCKS: Planted[] = [
  {
    says: "a link used without its person's lock",
    file: "lib/links/redeem.ts",
    find: '    .for("no key update", { of: [members, users] });\n',
    put: "    .limit(1);\n",
    tests: ["lib/invitations/accept.test.ts"],
    only: "two invitations",
  },
  {
    says: "a link used twice",
    file: "lib/links/redeem.ts",
    find: "isNull(links.usedAt), isNull(links.revokedAt)",
    put: "isNull(links.revokedAt)",
    tests: ["lib/users/reset-password.test.ts", "lib/users/email/confirm-email.test.ts"],
  },
  {
    says: "Admins counted without the account's lock",
    file: "lib/members/access/keep-an-admin.ts",
    find: 'where(eq(accounts.id, accountId)).for("no key update");',
    put: "where(eq(accounts.id, accountId));",
    tests: ["lib/groups/assign.test.ts"],
    only: "from each other",
  },
  {
    says: "rights that have gone since the request began",
    file: "lib/change.ts",
    find: "  if (!now || !holdsSame(viewer, now)) throw new NotFound();\n",
    put: "  if (!now) throw new NotFound();\n",
    tests: ["lib/members/scope-race.test.ts", "lib/members/edit-race.test.ts", "lib/change.test.ts"],
  },
  {
    says: "people changed without their lock",
    file: "lib/members/managed-members.ts",
    find: "  await lockMembers(c, viewer, among(members.id, ids));\n",
    put: "",
    tests: ["lib/members/scope-race.test.ts", "lib/members/edit-race.test.ts", "lib/members/disable.test.ts"],
  },
];
