import { found } from "./found";
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
  found("lib/members/edit-race.test.ts")(
    "a number given while it is put out of service",
    "out of service in that moment",
    {
      file: "lib/numbers/lines.ts",
      find: 'isNull(numbers.disabledAt)))\n    .for("share");',
      put: "isNull(numbers.disabledAt)));",
    },
  ),
  found("lib/numbers/numbers.test.ts")("a number saved by two", "saved by two at once", {
    file: "lib/numbers/managed-number.ts",
    find: '\n      .for("no key update"),',
    put: ",",
  }),
  found("lib/groups/moved-meanwhile.test.ts")("a role in a group that leaves one's part", "moved out of one's part", {
    file: "lib/groups/managed-group.ts",
    find: '"users.manage"), eq(groups.id, groupId))).for("share")',
    put: '"users.manage"), eq(groups.id, groupId)))',
  }),
  found("lib/groups/moved-meanwhile.test.ts")("a number in a group that leaves one's part", "moved out of one's part", {
    file: "lib/groups/managed-group.ts",
    find: '"numbers.manage"), eq(groups.id, groupId))).for("share")',
    put: '"numbers.manage"), eq(groups.id, groupId)))',
  }),
  found("lib/auth/session/open-session.test.ts")(
    "a session by a password that is no more",
    "while the old one is compared",
    {
      file: "lib/auth/session/open-session.ts",
      find: "passwordChangedAt?.getTime() !== person.passwordChangedAt?.getTime()",
      put: "passwordChangedAt?.getTime() === 0",
    },
  ),
  found("lib/subscriptions/closed-meanwhile.test.ts")(
    "a subscription link that asks while it is closed",
    "closed in that moment",
    {
      file: "lib/subscriptions/ask.ts",
      find: '\n    .for("share", { of: subscriptionLinks });',
      put: ";",
    },
  ),
  found("lib/contacts/contacts.test.ts")(
    "a contact's number changed while a campaign begins a conversation",
    "begins a conversation just then",
    {
      file: "lib/contacts/edit.ts",
      find: '.where(isIt).for("update")',
      put: ".where(isIt)",
    },
  ),
  found("lib/contacts/erase/erase-lists.test.ts")(
    "a row of a list that is read while its person is erased",
    "is being read in that moment",
    {
      file: "lib/contacts/erase/erase-lists.ts",
      find: " for update`",
      put: "`",
    },
  ),
  found("lib/messages/send/send.test.ts")("a worker that keeps what another one has", "has lost the lease", {
    file: "lib/messages/send/settle-text.ts",
    find: " and t.lease = ours.lease",
    put: "",
  }),
];
