import { eq } from "drizzle-orm";
import { z } from "zod";
import { lineAccess } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { groupToGive } from "../groups/managed";
import { type ManagedNumber, managedNumber } from "./managed";
import { giveToMany, takeFromMany } from "./many-lines";
import { shownNumber } from "./shown";

export const ChangeGroupLines = z.object({
  numberId: z.uuid("Not found."),
  groupId: z.uuid("Choose a group."),
  act: z.enum(["add", "remove"], { error: "Choose Add group or Remove group." }),
  /** The act and the group that were asked about: many would get it, or nobody would be left. */
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
    return { act: input.act, ...done, group: group.name, number: shownNumber(number.e164) };
  });

type Many = { viewer: Viewer; number: ManagedNumber; group: { id: string; name: string }; isSure: boolean };

function give(c: Change, { viewer, number, group, isSure }: Many) {
  if (number.disabledAt) throw refused("This number is disabled. Make it Active first.");
  function before(count: number) {
    if (count === 0) throw refused(`Nobody in ${group.name} is without this number.`);
    if (count <= MANY || isSure) return;
    const people = `${count.toLocaleString("en")} people in ${group.name}`;
    throw refused(`${people} would get this number. Press Add group again if that is what you want.`);
  }
  return giveToMany(c, viewer, { number, groupId: group.id, before });
}

async function take(c: Change, { viewer, number, group, isSure }: Many) {
  const count = await takeFromMany(c, viewer, { number, groupId: group.id });
  if (count === 0) throw refused(`Nobody in ${group.name} has this number.`);
  if (!isSure && !(await isAnybodyLeft(c, number)))
    throw refused("Nobody will have access to this number. Press Remove group again if that is what you want.");
  return { count, lacking: 0 };
}

async function isAnybodyLeft(c: Change, number: ManagedNumber): Promise<boolean> {
  const theirs = c.tx.select({ id: lineAccess.memberId }).from(lineAccess).where(eq(lineAccess.numberId, number.id));
  return (await theirs.limit(1)).length > 0;
}

const refused = (message: string) => new Refused(message, { field: "groupId" });
