import type { Planted } from "./planted";

/** What is counted. */
export const LIMITS: Planted[] = [
  {
    says: "invitations sent again that are not counted",
    file: "lib/invitations/resend.ts",
    find: "  await takeInvitations(c.tx, viewer, people.length);\n",
    put: "",
    tests: ["lib/invitations/resend.test.ts"],
    only: "counts among",
  },
  {
    says: "people added who are not counted",
    file: "lib/members/add.ts",
    find: "  await takeInvitation(viewer);\n",
    put: "",
    tests: ["lib/members/add.test.ts"],
    only: "daily number",
  },
  {
    says: "names asked for that are not counted",
    file: "lib/members/refuse-taken.ts",
    find: "  await takeInvitation(viewer);\n",
    put: "",
    tests: ["lib/members/refuse-taken.test.ts"],
    only: "counts as an invitation",
  },
  {
    says: "lists confirmed that are not counted",
    file: "lib/invitations/preview/confirm.ts",
    find: "    await takeInvitations(c.tx, viewer, count);\n",
    put: "",
    tests: ["lib/invitations/send/send-batch.test.ts"],
    only: "all or none",
  },
  {
    says: "resets sent that are not counted",
    file: "lib/users/send-reset.ts",
    find: "  if (!(await takeTries(c.tx, resets, 1)))\n",
    put: "  if (resets.most === 0)\n",
    tests: ["lib/users/send-reset.test.ts"],
  },
  {
    says: "a right password that uses up no try, and a wrong one neither",
    file: "lib/auth/log-in.ts",
    find: "const tries = await takeLoginTry(attempt);",
    put: 'const tries = "taken" as Awaited<ReturnType<typeof takeLoginTry>>;',
    tests: ["lib/auth/log-in.test.ts"],
  },
];
