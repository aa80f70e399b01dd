import type { Planted } from "./planted";

const inbox = (says: string, only: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
  says,
  ...bug,
  tests: ["lib/conversations/conversations.test.ts"],
  only,
});

/** What holds for conversations and texts: nobody answers twice, nothing is lost, sent twice or to who wants none. */
export const TEXTING: Planted[] = [
  inbox("a conversation that many claim at once", "of twenty who claim at once", {
    file: "lib/conversations/claim.ts",
    find: "      isNull(conversations.claimedBy),\n",
    put: "",
  }),
  inbox("a reply on a thread that has moved", "of whoever has it is refused", {
    file: "lib/conversations/reply.ts",
    find: "and(free, eq(conversations.outSeq, input.outSeq))",
    put: "free",
  }),
  inbox("a reply to what somebody else has", "are handed over only", {
    file: "lib/conversations/reply.ts",
    find: "and(free, eq(conversations.outSeq, input.outSeq))",
    put: "eq(conversations.outSeq, input.outSeq)",
  }),
  inbox("“Send mine as well” that goes by an answer it was not told of", "of two at once one is sent", {
    file: "lib/conversations/reply.ts",
    find: "input.anyway !== null && input.anyway > input.outSeq ? input.anyway : null",
    put: "input.anyway",
  }),
  inbox("a reply that takes the claim from who has it", "of two at once one is sent", {
    file: "lib/conversations/send-text.ts",
    find: `sql\`coalesce(\${conversations.claimedBy}, \${viewer.memberId})\``,
    put: "viewer.memberId",
  }),
  inbox("a reply to who has opted out", "goes to nobody who has opted out", {
    file: "lib/conversations/reply.ts",
    find: '    if (isOut) throw optedOut(conversation, "message");\n',
    put: "",
  }),
  inbox("a conversation handed over to who is disabled", "are handed over only", {
    file: "lib/conversations/colleagues.ts",
    find: ' eq(members.status, "Active"),',
    put: "",
  }),
  inbox("a conversation handed over to who may not send there", "are handed over only", {
    file: "lib/conversations/colleagues.ts",
    find: ` and a.group_id = any(\${path})`,
    put: ` and cardinality(\${path}) > 0`,
  }),
  {
    says: "a conversation of who may not send there any more",
    file: "lib/members/edit.ts",
    find: "  if (moved || userType !== was) await releaseUnanswerable(c, { memberIds: [member.id] });\n",
    put: "",
    tests: ["lib/conversations/right-taken.test.ts"],
    only: "whoever loses",
  },
];
