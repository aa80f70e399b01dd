import { v7 } from "uuid";
import { z } from "zod";
import { numbers } from "@/db/schema";
import { groupsWith } from "../access/can";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { groupForNumbers } from "../groups/managed-group";
import type { Home } from "./countries";
import { formatNumber } from "./format-number";
import { subjectOf } from "./managed-number";

export const numberName = fields.line(60, "Enter a label, such as Front desk.");

export const AddNumber = ({ country }: Home) =>
  z.object({
    number: fields.textNumber(country),
    label: numberName,
    groupId: z.uuid("Choose a group.").optional(),
    once: fields.once,
  });

/** In the group that was chosen, else at the top of the viewer's own part. */
export const addNumber = (viewer: Viewer, input: z.output<ReturnType<typeof AddNumber>>) =>
  change(viewer, input.once, async (c) => {
    const group = await groupForNumbers(c, viewer, input.groupId ?? topGroup(viewer));
    const row = { id: v7(), accountId: group.accountId, groupId: group.id, e164: input.number, label: input.label };
    await c.tx.insert(numbers).values(row);
    c.record("number.added", subjectOf(row), { after: { number: row.e164, label: row.label, group: group.name } });
    return { id: row.id, number: formatNumber(row.e164) };
  });

/** The root, or, for an Admin of a part of the company, the first of their groups. */
function topGroup(viewer: Viewer): string {
  const groups = groupsWith(viewer, "numbers.manage");
  const top = groups.includes(viewer.rootGroupId) ? viewer.rootGroupId : groups[0];
  if (!top) throw new NotFound();
  return top;
}
