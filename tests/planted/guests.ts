import type { Planted } from "./planted";

/** What a company learns of a guest who has not joined, and of anybody by another spelling. */
export const GUESTS: Planted[] = [
  {
    says: "a hidden guest's username in the list",
    file: "lib/members/list/rows.ts",
    find: `case when \${isKnownPerson} then u.username end`,
    put: "u.username",
    tests: ["tests/reads.test.ts"],
    only: "^listMembers ",
  },
  {
    says: "a hidden guest's names in the download",
    file: "lib/members/list/export-members.ts",
    find: `case when \${isKnownPerson} then u.first_name else '' end`,
    put: "u.first_name",
    tests: ["tests/reads.test.ts"],
    only: "^exportMembers ",
  },
  {
    says: "a hidden guest's names where people are joined to their logins",
    file: "lib/members/guest-privacy.ts",
    find: `sql<T>\`case when \${isKnown} then \${column} else \${otherwise} end\``,
    put: `sql<T>\`case when true then \${column} else \${otherwise} end\``,
    tests: ["tests/reads.test.ts"],
    only: "^(getMember|peopleOnLine|peopleOfGroup) ",
  },
  {
    says: "a hidden guest named by their username",
    file: "lib/members/find-by-login.ts",
    find: `and(sql\`lower(\${users.username}) = lower(\${typed})\`, isKnown)`,
    put: `sql\`lower(\${users.username}) = lower(\${typed})\``,
    tests: ["lib/numbers/lines.test.ts"],
    only: "has not joined",
  },
  {
    says: "a login that knows one spelling alone",
    file: "lib/auth/find-login.ts",
    find: `sql\`lower(\${column}) = \${identifier}\``,
    put: `sql\`\${column} = \${identifier}\``,
    tests: ["lib/auth/log-in.test.ts"],
    only: "whatever the case",
  },
  {
    says: "people to invite known by one spelling alone",
    file: "lib/invitations/find-people.ts",
    find: `where(sql\`lower(\${users.email}) = any(`,
    put: `where(sql\`\${users.email} = any(`,
    tests: ["lib/invitations/preview/preview.test.ts"],
    only: "everybody's verdict",
  },
  {
    says: "a name that is taken in another spelling",
    file: "lib/members/explain-taken.ts",
    find: `sql<boolean>\`lower(\${users.email}) = lower(\${email})\``,
    put: `sql<boolean>\`\${users.email} = \${email}\``,
    tests: ["lib/members/add.test.ts", "lib/members/refuse-taken.test.ts"],
  },
  {
    says: "somebody named in one spelling alone",
    file: "lib/members/find-by-login.ts",
    find: `sql\`lower(\${users.email}) = lower(\${asciiAddress(typed) ?? typed})\``,
    put: `sql\`\${users.email} = \${typed}\``,
    tests: ["lib/numbers/lines.test.ts"],
    only: "whatever the case",
  },
];
