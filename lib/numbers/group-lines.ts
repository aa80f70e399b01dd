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
  /** The group that was asked about once more, since nobody would be left. */
  sure: z.string().max(100).optional(),
  once: fields.once,
});
type Input = z.output<typeof ChangeGroupLines>;

/** Gives the number to all whom the viewer manages in a group and under it, or takes it from them; at once. */
export const changeGroupLines = (viewer: Viewer, input: Input) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const group = await groupToGive(c, viewer, input.groupId);
    const many = { viewer, number, group };
    const count = input.act === "add" ? await give(c, many) : await take(c, many, input);
    return { act: input.act, count, group: group.name, number: shownNumber(number.e164) };
  });

type Many = { viewer: Viewer; number: ManagedNumber; group: { id: string; name: string } };

async function give(c: Change, { viewer, number, group }: Many) {
  if (number.disabledAt) throw refused("This number is disabled. Make it Active first.");
  const count = await giveToMany(c, viewer, { number, groupId: group.id });
  if (count === 0) throw refused(`Nobody in ${group.name} is without this number.`);
  return count;
}

async function take(c: Change, { viewer, number, group }: Many, { sure, groupId }: Input) {
  const count = await takeFromMany(c, viewer, { number, groupId: group.id });
  if (count === 0) throw refused(`Nobody in ${group.name} has this number.`);
  if (sure !== groupId && !(await isAnybodyLeft(c, number)))
    throw refused("Nobody will have access to this number. Press Remove group again if that is what you want.");
  return count;
}

async function isAnybodyLeft(c: Change, number: ManagedNumber): Promise<boolean> {
  const theirs = c.tx.select({ id: lineAccess.memberId }).from(lineAccess).where(eq(lineAccess.numberId, number.id));
  return (await theirs.limit(1)).length > 0;
}

const refused = (message: string) => new Refused(message, { field: "groupId" });
