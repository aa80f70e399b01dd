import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { numbers } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import { releaseUnanswerable } from "../conversations/release";
import * as fields from "../fields";
import { groupForNumbers } from "../groups/managed-group";
import { refuseOverwrite, revision } from "../revision";
import { numberName } from "./add";
import { managedNumber, subjectOf } from "./managed-number";

export const EditNumber = z.object({
  numberId: z.uuid("Not found."),
  label: numberName,
  status: z.enum(["Active", "Disabled"], { error: "Choose Active or Disabled." }),
  groupId: z.uuid("Choose a group."),
  revision,
  once: fields.once,
});

/**
 * A disabled number is offered to nobody new; those who have it keep it for the day it comes back. The viewer manages
 * the numbers of both groups. Refused when somebody else saved since the form was opened.
 */
export const editNumber = (viewer: Viewer, input: z.output<typeof EditNumber>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    refuseOverwrite(number, input);
    const before = { label: number.label, status: number.disabledAt ? "Disabled" : "Active", group: number.group };
    const { label, status, groupId } = input;
    const { name: group } = await groupForNumbers(c, viewer, groupId);
    const disabledAt = status === "Active" ? null : sql`coalesce(${numbers.disabledAt}, now())`;
    await c.tx.update(numbers).set({ label, disabledAt, groupId }).where(eq(numbers.id, number.id));
    if (groupId !== number.groupId) await releaseUnanswerable(c, { numbers: eq(numbers.id, number.id) });
    const details = changed(before, { label, status, group });
    // Two groups may have one name.
    if (!isChanged(details) && groupId === number.groupId) return c.unchanged(undefined);
    c.record("number.edited", subjectOf(number), details);
  });
