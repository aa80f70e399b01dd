import { z } from "zod";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { NotFound } from "../../errors";
import * as fields from "../../fields";
import { allAlphabets } from "../../import/alphabet";
import { columnAs } from "../../import/column-as";
import { NOT_READ } from "../../import/map-columns";
import { readAs } from "../read/columns";
import { sendInvitations } from "./confirm";
import { getBatch } from "./get-batch";
import { keepTicks } from "./keep-ticks";
import { isReadAnew, readAgain } from "./read-again";

const number = z.coerce.number().int().min(0).max(100_000);

/** The preview as its page sends it: what each column is read as, and who is included although they have left. */
export const AnswerPreview = z.object({
  batchId: z.uuid("Not found."),
  column: fields.many(columnAs(readAs)),
  ignore: number.optional(),
  alphabet: z.enum(allAlphabets, { error: "Choose one of the alphabets." }).optional(),
  include: fields.many(number),
  shown: fields.many(number),
  act: z.enum(["read", "send"]).default("read"),
  once: fields.once,
});

type Answer = { batchId: string; read?: "read" | "send" };

/** `read`: what was asked for where the list was read again. That is done where something was chosen anew, for the Admin to look at; it is sent when that is asked for, and seen. */
export async function answerPreview(viewer: Viewer, input: z.output<typeof AnswerPreview>): Promise<Answer> {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const { batchId, act, ignore, alphabet, include, shown, once } = input;
  await keepTicks(viewer, { batchId, include, shown });
  const wished = new Map<number, string>(input.column);
  if (ignore !== undefined) wished.set(ignore, NOT_READ);
  const wish = { batchId, wished, alphabet, once, act };
  if (await isReadAnew(viewer, wish)) return readAgain(viewer, wish);
  if (act === "send" && ignore === undefined) return sendInvitations(viewer, { batchId, once });
  if (!(await getBatch(viewer, batchId))) throw new NotFound();
  // Sent twice, the list has been read anew by now: the first answer says so.
  return change(viewer, once, async (c) => c.unchanged({ batchId }));
}
