import type { Planted } from "./planted";

const tests = ["lib/undo/undo-act.test.ts"];

/** What was just done is taken back by whoever did it, soon, as it was left, and by the rules of its opposite. */
export const UNDO: Planted[] = [
  {
    says: "what somebody else has done taken back",
    file: "lib/undo/undo-act.ts",
    find: ", eq(undos.memberId, viewer.memberId)",
    put: "",
    tests,
    only: "whoever did it",
  },
  {
    says: "taken back however late",
    file: "lib/undo/undo-act.ts",
    find: "const SECONDS = 12;",
    put: "const SECONDS = 3600;",
    tests,
    only: "too late",
  },
  {
    says: "what somebody has changed since overwritten by an undo",
    file: "lib/undo/undo-act.ts",
    find: "revision === act.revisions[id]",
    put: "id in act.revisions && revision > 0",
    tests,
    only: "changed since",
  },
  {
    says: "a link brought back beside a newer one",
    file: "lib/undo/take-back.ts",
    find: `sql\`not \${isNewer}\``,
    put: `sql\`(true or \${isNewer})\``,
    tests,
    only: "newer",
  },
];
