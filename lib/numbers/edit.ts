import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import { Refused } from "../errors";
import * as fields from "../fields";
import { groupForNumbers } from "../groups/managed";
import { numberName } from "./add";
import { managedNumber, subjectOf } from "./managed";
import { digestOf } from "./seen";

export const EditNumber = z.object({
  numberId: z.uuid("Not found."),
  label: numberName,
  status: z.enum(["Active", "Disabled"], { error: "Choose Active or Disabled." }),
  groupId: z.uuid("Choose a group."),
  seen: z.string({ error: "Load the page again." }).max(100),
  once: fields.once,
});

/**
 * A disabled number is offered to nobody new; those who have it keep it for the day it comes back. The viewer manages
 * the numbers of both groups. Refused when somebody else saved since the form was opened.
 */
export const editNumber = (viewer: Viewer, input: z.output<typeof EditNumber>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const before = { label: number.label, status: number.disabledAt ? "Disabled" : "Active", group: number.group };
    if (digestOf({ ...before, groupId: number.groupId }) !== input.seen)
      throw new Refused("Somebody else changed this meanwhile. Load the page again to see what is there now.");
    const { label, status, groupId } = input;
    const { name: group } = await groupForNumbers(c, viewer, groupId);
    const disabledAt = status === "Active" ? null : sql`coalesce(${numbers.disabledAt}, now())`;
    await c.tx.update(numbers).set({ label, disabledAt, groupId }).where(eq(numbers.id, number.id));
    const details = changed(before, { label, status, group });
    // Two groups may have one name.
    if (!isChanged(details) && groupId === number.groupId) return c.unchanged();
    c.record("number.edited", subjectOf(number), details);
  });
