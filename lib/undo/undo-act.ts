import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { undos } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { takeBackOptOuts } from "../contacts/take-back-opt-outs";
import { releaseUnanswerable } from "../conversations/release";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { takeBackGroup } from "../groups/take-back-group";
import { idsOf } from "../id-list";
import { keepAnAdmin } from "../members/access/keep-an-admin";
import { keepARole } from "../members/access/roles";
import { lockManaged, type ManagedMember } from "../members/managed-members";
import { figureIn } from "../text/figure";
import { isOfMembers, type MemberStep, Step } from "./step";
import { takeBack } from "./take-back";

export const UndoAct = z.object({ undoId: z.uuid("Not found."), once: fields.once });

/** Ten seconds to press the button, and two more on the way. */
const SECONDS = 12;

/**
 * Takes back what the viewer has just done to people, all or many of them, or to a group, by the rules of the acts that do
 * the opposite. Whoever has been changed since is left as they are. Answers how many were left, and the first of their names.
 */
export const undoAct = (viewer: Viewer, input: z.output<typeof UndoAct>) =>
  change(viewer, input.once, async (plain) => {
    const act = await plain.one(ownAct(plain, viewer, input.undoId));
    if (act.isOver) throw new Refused("It is too late to undo this.");
    await plain.tx.execute(sql`set local statement_timeout = '60s'`);
    const steps = z.array(Step).parse(act.steps);
    const alone = steps.find((step) => !isOfMembers(step));
    if (alone) return takeAloneBack(marked(plain), viewer, alone);
    const found = await lockManaged(plain, viewer, Object.keys(act.revisions));
    if (found.length === 0) throw new NotFound();
    const people = found.filter(({ id, revision }) => revision === act.revisions[id]);
    const left = found.filter((person) => !people.includes(person)).map(({ name }) => name);
    const leftCount = Object.keys(act.revisions).length - people.length;
    if (people.length === 0) throw changedSince(left, leftCount, viewer);
    await takeAllBack(marked(plain), viewer, steps.filter(isOfMembers), people);
    return { undone: people.length, left: left.slice(0, NAMED), leftCount };
  });

const NAMED = 10;

async function takeAloneBack(c: Change, viewer: Viewer, step: Exclude<Step, MemberStep>) {
  const { undone, left, leftCount } = await (step.did === "opted-out"
    ? takeBackOptOuts(c, viewer, step)
    : takeBackGroup(c, viewer, step));
  if (undone === 0) throw changedSince(left, leftCount, viewer);
  return { undone, left: left.slice(0, NAMED), leftCount };
}

const ownAct = (c: Change, viewer: Viewer, id: string) =>
  c.tx
    .select({
      steps: undos.steps,
      revisions: undos.revisions,
      isOver: sql<boolean>`clock_timestamp() - ${undos.at} > make_interval(secs => ${SECONDS})`,
    })
    .from(undos)
    .where(and(eq(undos.id, id), eq(undos.accountId, viewer.accountId), eq(undos.memberId, viewer.memberId)))
    .for("update");

/** The last step first; the default number when all lines are back. Then what always holds is asked for again. */
async function takeAllBack(c: Change, viewer: Viewer, steps: readonly MemberStep[], people: ManagedMember[]) {
  const together = people.length > 1 ? { batchId: v7() } : undefined;
  const isDefault = ({ did }: MemberStep) => did === "default-number";
  const backwards = [...steps].reverse();
  for (const step of [...backwards.filter((step) => !isDefault(step)), ...backwards.filter(isDefault)]) {
    const concerned = new Set(step.members);
    const theirs = people.filter(({ id }) => concerned.has(id));
    if (theirs.length > 0) await takeBack(c, viewer, step, { people: theirs, together });
  }
  await keepARole(c, people);
  await keepAnAdmin(c, viewer.accountId);
  await releaseUnanswerable(c, { memberIds: idsOf(people) });
}

/** History says of each that it is an undo. */
const marked = (c: Change): Change => ({
  ...c,
  record: (action, subject, details, more) => c.record(action, subject, { ...details, undo: true }, more),
});

function changedSince([name = ""]: readonly string[], count: number, { locale }: Viewer) {
  const others = count - 1;
  const who =
    others > 0 ? `${name} and ${figureIn(locale)(others)} ${others === 1 ? "other" : "others"} have` : `${name} has`;
  return new Refused(`${who} been changed since. Nothing was undone.`);
}
