import type { Planted } from "./planted";

const replay = (says: string, verb: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
  says,
  ...bug,
  tests: ["tests/replay.test.ts"],
  only: `${verb}$`,
});

/** Forms that are sent twice. */
export const FORMS: Planted[] = [
  {
    says: "a form's key that does not count together with what was typed",
    file: "lib/web/form-action.ts",
    find: "const typed = withOnceOfContent(formObject(data));",
    put: "const typed = formObject(data);",
    tests: ["tests/form-keys.test.ts"],
  },
  {
    says: "a form's key that is one for all its buttons",
    file: "lib/web/form-action.ts",
    find: "JSON.stringify([once, Object.entries(typed).sort()])",
    put: 'JSON.stringify([once, Object.entries(typed).filter(([name]) => name !== "act").sort()])',
    tests: ["tests/form-keys.test.ts"],
  },
  {
    says: "a form's key that is one for everybody",
    file: "lib/change.ts",
    find: 'actor.kind === "viewer" ? actor.userId : actor.kind',
    put: 'actor.kind === "viewer" ? actor.kind : actor.kind',
    tests: ["lib/change.test.ts"],
  },
  replay("a line given without its form's key", "giveLine", {
    file: "lib/numbers/give-line.ts",
    find: "change(viewer, input.once,",
    put: "change(viewer, undefined,",
  }),
  replay("a group added without its form's key", "addGroup", {
    file: "lib/groups/add.ts",
    find: "change(viewer, input.once,",
    put: "change(viewer, undefined,",
  }),
  replay("a reset sent without its form's key", "sendReset", {
    file: "lib/users/send-reset.ts",
    find: "change(viewer, input.once,",
    put: "change(viewer, undefined,",
  }),
  replay("a person added without their form's key", "addMember", {
    file: "lib/members/add.ts",
    find: "change(viewer, input.once,",
    put: "change(viewer, undefined,",
  }),
  replay("many changed without their form's key", "changeMany, add-role", {
    file: "lib/members/bulk/change-many.ts",
    find: "change(viewer, input.once,",
    put: "change(viewer, undefined,",
  }),
  replay("an email asked for twice from outside", "forgotPassword", {
    file: "lib/users/forgot-password.ts",
    find: "change(visitor, input.once,",
    put: "change(visitor, undefined,",
  }),
];
