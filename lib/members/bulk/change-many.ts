import { v7 } from "uuid";
import { z } from "zod";
import { can } from "../../access/can";
import { allProducts } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";
import { listParams } from "../list-query";
import { type Act, acts, leftOut } from "./acts";
import { type Candidate, lockedCandidates } from "./candidates";
import { deleteMany } from "./delete";
import { disableMany } from "./disable";
import { enableMany } from "./enable";
import { giveRoleToMany } from "./give-role";
import { bulkQuery } from "./query";
import { resendToMany } from "./resend";
import { fingerprint, MOST, selected } from "./selection";
import { switchProducts } from "./switch-products";
import { takeRoleFromMany } from "./take-role";

export const ChangeMany = z.object({
  act: z.enum(acts, { error: "Choose what to do." }),
  member: fields.many(fields.memberId).pipe(z.array(z.string()).max(MOST, "Choose 5,000 users at most.")),
  /** The parameters of the list, where all that match are meant; otherwise where to go back to. */
  list: z.string().max(4000).default(""),
  all: z.literal("1").optional(),
  seen: z.string().max(100).optional(),
  role: z.string().max(40).optional(),
  group: z.string().max(40).optional(),
  products: fields.many(z.enum(allProducts, { error: "Choose among the products." })),
  to: z.string().max(10).optional(),
  once: fields.once,
});

export type Input = z.output<typeof ChangeMany>;

/** What is done in one change with those who can be done it to; `batchId` ties their events together. */
export type Batch = { people: Candidate[]; input: Input; batchId: string };

/** How many it was done to: with their choices in hand some acts leave out more. */
type Work = (c: Change, viewer: Viewer, batch: Batch) => Promise<number>;

const works: Record<Act, Work> = {
  enable: enableMany,
  disable: disableMany,
  resend: resendToMany,
  assign: giveRoleToMany,
  "add-role": giveRoleToMany,
  "remove-role": takeRoleFromMany,
  products: switchProducts,
  delete: deleteMany,
};

/** Does one thing to many people in one transaction, by the rules that hold for one. Who can't be done it to is left out. */
export async function changeMany(viewer: Viewer, input: Input) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const { act, member, all } = input;
  const asked = bulkQuery({ ...Object.fromEntries(new URLSearchParams(input.list)), act, member, all });
  if (!asked) throw new NotFound();
  return change(viewer, input.once, async (c) => {
    const { ids, rest } = await selected(c.tx, viewer, asked.selection);
    if (all && fingerprint(ids) !== input.seen)
      throw new Refused("Who matches has changed meanwhile. Load this page again to see who they are now.");
    const found = await lockedCandidates(c, viewer, ids);
    if (found.length === 0) throw new NotFound();
    const people = found.filter((person) => leftOut(act, person) === null);
    const done = people.length > 0 ? await works[act](c, viewer, { people, input, batchId: v7() }) : 0;
    if (done === 0) throw new Refused("There is nobody left among them to do this to. Nothing has changed.");
    return { act, done, leftOut: found.length - done, list: listParams(asked.list), rest };
  });
}
