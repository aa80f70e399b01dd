import { v7 } from "uuid";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { type Change, change, type Together } from "../../change";
import { NotFound, Refused } from "../../errors";
import { resend } from "../../invitations/resend";
import { deleteLogins } from "../../users/delete";
import { type Act, whyNot } from "../acts";
import { disable } from "../disable";
import { enable } from "../enable";
import { listParams } from "../list/list-query";
import { lockManaged, type ManagedMember } from "../managed-members";
import type { Batch, Input } from "./batch";
import { giveChosenLine, giveChosenRole, switchProducts, takeChosenLine, takeChosenRole } from "./choices";
import { bulkQuery } from "./query";
import { fingerprint, selected } from "./selection";

/** Answers how many it was done to: with the choices in hand some acts leave out more. */
type Work = (c: Change, viewer: Viewer, batch: Batch) => Promise<number>;
type Verb = (c: Change, viewer: Viewer, people: ManagedMember[], together: Together) => Promise<unknown>;

const withAll =
  (verb: Verb): Work =>
  async (c, viewer, { people, together }) => {
    await verb(c, viewer, people, together);
    return people.length;
  };

const WORKS: Record<Act, Work> = {
  enable: withAll(enable),
  disable: withAll(disable),
  resend: withAll(resend),
  assign: giveChosenRole,
  "add-role": giveChosenRole,
  "remove-role": takeChosenRole,
  products: switchProducts,
  "give-line": giveChosenLine,
  "take-line": takeChosenLine,
  delete: withAll(deleteLogins),
};

/**
 * Does one thing to many people in one transaction, by the verbs that do it to one. Who can't be done it to is left out;
 * `unknown`: how many were named who are not there for the viewer.
 */
export async function changeMany(viewer: Viewer, input: Input) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const { act, member, all } = input;
  const asked = bulkQuery({ ...Object.fromEntries(new URLSearchParams(input.list)), act, member, all });
  if (!asked) throw new NotFound();
  return change(viewer, input.once, async (c) => {
    const { ids, rest } = await selected(c.tx, viewer, asked.selection);
    if (all && fingerprint(ids) !== input.seen)
      throw new Refused("Who matches has changed meanwhile. Load this page again to see who they are now.");
    const found = await lockManaged(c, viewer, ids);
    if (found.length === 0) throw new NotFound();
    const people = found.filter((person) => whyNot(act, viewer, person) === null);
    const done = people.length > 0 ? await WORKS[act](c, viewer, { people, input, together: { batchId: v7() } }) : 0;
    if (done === 0) throw new Refused("There is nobody left among them to do this to. Nothing has changed.");
    const { list } = asked;
    const [leftOut, unknown] = [found.length - done, ids.length - found.length];
    return { act, done, leftOut, unknown, list: listParams(list), rest, undo: c.undo() };
  });
}
