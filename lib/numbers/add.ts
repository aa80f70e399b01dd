import { v7 } from "uuid";
import { z } from "zod";
import { numbers } from "@/db/schema";
import { groupsWith } from "../access/can";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { subjectOf } from "./managed";
import { shownNumber } from "./shown";

export const numberName = fields.line(60, "Enter a label, such as Front desk.");

export const AddNumber = z.object({ number: fields.phone, label: numberName, once: fields.once });

/** In the root group, or, for an Admin of a part of the company, in the first of their groups. */
export const addNumber = (viewer: Viewer, input: z.output<typeof AddNumber>) =>
  change(viewer, input.once, async (c) => {
    const groups = groupsWith(viewer, "numbers.manage");
    const groupId = groups.includes(viewer.rootGroupId) ? viewer.rootGroupId : groups[0];
    if (!groupId) throw new NotFound();
    const row = { id: v7(), accountId: viewer.accountId, groupId, e164: input.number, label: input.label };
    await c.tx.insert(numbers).values(row);
    c.record("number.added", subjectOf(row), { after: { number: row.e164, label: row.label } });
    return { id: row.id, number: shownNumber(row.e164) };
  });
