import type { Planted } from "./planted";

const reads = (says: string, read: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
  says,
  ...bug,
  tests: ["tests/reads.test.ts"],
  only: `^${read} `,
});

const history = (of: string, scope: string): Planted => ({
  says: `history of another part's ${of}, where one's own has more than is asked for one by one`,
  ...{ file: "lib/audit/scope.ts", find: ` and \${${scope}(viewer, "audit.view")}`, put: "" },
  ...{ tests: ["lib/audit/talks-history.test.ts"], only: "with more conversations" },
});

/** Rows that are read or found beyond the viewer's part. */
export const SCOPE: Planted[] = [
  reads("whose an address is, beyond those whom one manages", "explainTaken", {
    file: "lib/members/explain-taken.ts",
    find: '.leftJoin(members, and(eq(members.userId, users.id), membersWithin(viewer, "users.manage")))',
    put: ".leftJoin(members, and(eq(members.userId, users.id), eq(members.accountId, viewer.accountId)))",
  }),
  reads("a username that looks like another, told of whom one does not manage", "explainTaken", {
    file: "lib/members/explain-taken.ts",
    find: 'await lookAlike(reader, viewer.accountId, username, membersWithin(viewer, "users.manage"))',
    put: "await lookAlike(reader, viewer.accountId, username, eq(members.accountId, viewer.accountId))",
  }),
  reads("a group's numbers whoever asks", "numbersOfGroup", {
    file: "lib/numbers/numbers-of-group.ts",
    find: 'and(numbersWithin(viewer, "account.view"), eq(numbers.groupId, groupId))',
    put: "and(viewer && eq(numbers.groupId, groupId))",
  }),
  reads("a number's people whoever asks", "peopleOnLine", {
    file: "lib/numbers/people-on-line.ts",
    find: 'and(membersWithin(viewer, "account.view"), eq(lineAccess.numberId, numberId), page.where)',
    put: "and(eq(lineAccess.numberId, numberId), page.where)",
  }),
  reads("a group's people whoever asks", "peopleOfGroup", {
    file: "lib/groups/people-of-group.ts",
    find: 'and(membersWithin(viewer, "account.view"), isOneOf(there, wish.which), page.where)',
    put: "and(isOneOf(there, wish.which), page.where)",
  }),
  reads("the places of roles named above one's own", "heldRoles", {
    file: "lib/members/access/held-roles.ts",
    find: "path.slice(from).filter(",
    put: "path.slice(0 * from).filter(",
  }),
  reads("the roles of whom one does not manage", "heldRoles", {
    file: "lib/members/access/held-roles.ts",
    find: 'and(eq(members.id, memberId), or(membersWithin(viewer, "users.manage"), eq(members.id, viewer.memberId)))',
    put: "and(eq(members.id, memberId))",
  }),
  reads("everybody's logins in Recent History", "getMember", {
    file: "lib/members/get.ts",
    find: "    .where(eq(logins.memberId, memberId))\n",
    put: "    .where(memberId ? undefined : eq(logins.memberId, memberId))\n",
  }),
  reads("a person's page for whoever sees them", "getMember", {
    file: "lib/members/get.ts",
    find: '.where(and(membersWithin(viewer, "users.manage"), eq(members.id, memberId)))',
    put: ".where(and(eq(members.accountId, viewer.accountId), eq(members.id, memberId)))",
  }),
  reads("groups found by name in the whole company", "findGroups", {
    file: "lib/groups/find.ts",
    find: 'and(groupsWithin(viewer, "account.view"), fitting(viewer, query))',
    put: 'and(groupsWithin({ ...viewer, assignments: [] }, "account.view") && fitting(viewer, query))',
  }),
  reads("the groups above, named to those who do not see them", "trailsOf", {
    file: "lib/groups/trail.ts",
    find: 'and(groupsWithin(viewer, "account.view"), inArray(groups.id, above))',
    put: "and(viewer && inArray(groups.id, above))",
  }),
  reads("another's list of people to invite", "listBatch", {
    file: "lib/invitations/preview/own-draft.ts",
    find: "    eq(invitationBatches.invitedBy, viewer.memberId),\n",
    put: "",
  }),
  reads("the company's history for an Admin of a group", "listActivity", {
    file: "lib/audit/scope.ts",
    find: "if (held.includes(viewer.rootGroupId)) return inAccount;",
    put: "if (held.length > 0) return inAccount;",
  }),
  reads("what was done with conversations of other lines", "listActivity", {
    file: "lib/access/scope.ts",
    find: "onLines(conversations, viewer, numbersWithin(viewer, permission))",
    put: "eq(conversations.accountId, viewer.accountId)",
  }),
  {
    says: "a link to a conversation of a line that one has not",
    file: "lib/audit/linked-pages.ts",
    find: 'conversationsWithin(viewer, "messages.read")',
    put: `sql\`\${conversations.accountId} = \${viewer.accountId}\``,
    tests: ["lib/audit/talks-history.test.ts"],
  },
  reads("the history of whom one does not audit", "eventsOfMember", {
    file: "lib/audit/events-of-member.ts",
    find: 'and(membersWithin(viewer, "audit.view"), eq(members.id, memberId))',
    put: "and(viewer && eq(members.id, memberId))",
  }),
  reads("the email log of the whole company for an Admin of a group", "listEmails", {
    file: "lib/outbox/log/email-scope.ts",
    find: "if (held.includes(viewer.rootGroupId)) return { where: inAccount(viewer), few: false };",
    put: "if (held.length > 0) return { where: inAccount(viewer), few: false };",
  }),
  reads("numbers offered that one does not manage", "numberOptions", {
    file: "lib/numbers/options.ts",
    find: 'and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt))',
    put: "and(viewer && isNull(numbers.disabledAt))",
  }),
  {
    says: "somebody named by their username who is not managed",
    file: "lib/members/find-by-login.ts",
    find: '        membersWithin(viewer, "users.manage"),\n',
    put: "        eq(members.accountId, viewer.accountId),\n",
    tests: ["lib/numbers/lines.test.ts", "lib/groups/assign.test.ts"],
  },
  {
    says: "people changed who are not managed",
    file: "lib/members/managed-members.ts",
    find: 'and(membersWithin(viewer, "users.manage"), among(members.id, ids))',
    put: "and(viewer && among(members.id, ids))",
    tests: ["tests/matrix.test.ts"],
    only: "disableMember",
  },
  history("people", "membersWithin"),
  history("groups", "groupsWithin"),
  history("numbers", "numbersWithin"),
  history("campaigns", "campaignsOfLines"),
  history("subscription links", "subscriptionLinksOfLines"),
  {
    says: "work after a request that stands at any group",
    file: "lib/auth/session/viewer-of-member.ts",
    find: ", isNull(groups.parentId)",
    put: "",
    tests: ["lib/auth/session/viewer-of-member.test.ts"],
  },
];
