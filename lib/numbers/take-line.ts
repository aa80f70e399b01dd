import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { managedMember } from "../members/managed-members";
import { formatNumber } from "./format-number";
import { isAnybodyOn, takeLineFrom } from "./lines";
import { managedNumber } from "./managed-number";

export const TakeLine = z.object({ numberId: z.uuid("Not found."), memberId: fields.memberId, once: fields.once });

/** The person may no longer text from the number. Answers whether anybody is left who may. */
export const takeLine = (viewer: Viewer, input: z.output<typeof TakeLine>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const member = await managedMember(c, viewer, input.memberId);
    const taken = await takeLineFrom(c, [member], number);
    if (taken.length === 0) throw new NotFound();
    const isLeft = await isAnybodyOn(c, number);
    return { name: member.name, number: formatNumber(number.e164), isLeft, undo: c.undo() };
  });
