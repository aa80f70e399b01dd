import { and, asc, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { members } from "@/db/schema";
import { assignedUnder, membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { groupToGive } from "../groups/managed-group";
import { lockMembers } from "../members/managed-members";
import { figureIn } from "../text/figure";
import { cannotText } from "./cannot-text";
import { formatNumber } from "./format-number";
import { giveLineTo, isAnybodyOn, takeLineFrom } from "./lines";
import { type ManagedNumber, managedNumber } from "./managed-number";

export const ChangeGroupLines = z.object({
  numberId: z.uuid("Not found."),
  groupId: z.uuid("Choose a group."),
  act: z.enum(["add", "remove"], { error: "Choose Add group or Remove group." }),
  /** The act and the group that were asked about: many would get it. */
  sure: z.string().max(100).optional(),
  once: fields.once,
});
type Input = z.output<typeof ChangeGroupLines>;

/** More are asked about first: whoever had the number before can't be told apart afterwards. */
const MANY = 100;

/** Gives the number to all whom the viewer manages in a group and under it, or takes it from them; at once. */
export const changeGroupLines = (viewer: Viewer, input: Input) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const group = await groupToGive(c, viewer, input.groupId);
    const many = { viewer, number, group, isSure: input.sure === `${input.act}:${input.groupId}` };
    const done = input.act === "add" ? await give(c, many) : await take(c, many);
    return { act: input.act, ...done, group: group.name, number: formatNumber(number.e164), undo: c.undo() };
  });

type Many = { viewer: Viewer; number: ManagedNumber; group: { id: string; name: string }; isSure: boolean };

async function give(c: Change, { viewer, number, group, isSure }: Many) {
  if (number.disabledAt) throw refused("This number is disabled. Make it Active first.");
  const without = (await lockPeople(c, viewer, { number, group })).filter(({ has }) => !has);
  if (without.length === 0) throw refused(`Nobody in ${group.name} is without this number.`);
  if (without.length > MANY && !isSure) {
    const people = `${figureIn(viewer.locale)(without.length)} people in ${group.name}`;
    throw refused(`${people} would get this number. Press Add group again if that is what you want.`);
  }
  const given = await giveLineTo(c, without, number, { batchId: v7() });
  return { count: given.length, lacking: given.filter(({ lacks }) => lacks !== null).length, isLeft: true };
}

async function take(c: Change, { viewer, number, group }: Omit<Many, "isSure">) {
  const having = (await lockPeople(c, viewer, { number, group })).filter(({ has }) => has);
  const { length: count } = await takeLineFrom(c, having, number, { batchId: v7() });
  if (count === 0) throw refused(`Nobody in ${group.name} has this number.`);
  return { count, lacking: 0, isLeft: await isAnybodyOn(c, number) };
}

/** Everybody whom the viewer manages in a group or under it, with or without the line, locked in one order. */
async function lockPeople(c: Change, viewer: Viewer, { number, group }: Pick<Many, "number" | "group">) {
  // A group may hold tens of thousands.
  await c.tx.execute(sql`set local statement_timeout = '60s'`);
  await lockMembers(c, viewer, assignedUnder(group.id));
  const has = sql<boolean>`exists (select from line_access l where l.member_id = members.id and l.number_id = ${number.id})`;
  return c.tx
    .select({ id: members.id, accountId: members.accountId, name: members.nameKey, has, lacks: cannotText })
    .from(members)
    .where(and(membersWithin(viewer, "users.manage"), assignedUnder(group.id)))
    .orderBy(asc(members.id));
}

const refused = (message: string) => new Refused(message, { field: "groupId" });
