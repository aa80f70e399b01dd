import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import type { Visitor } from "../../access/viewer";
import { simulated } from "../../carrier/simulated";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";
import { receiveText } from "../receive/receive-text";
import { isPhoneHere } from "./phone-here";

/** Numbers without a country code are read as in the United States, where the simulated carrier is. */
const phone = fields.textNumber("US");

const message = z
  .string("Write a message.")
  .max(1600, "Use 1,600 characters or fewer.")
  .refine((text) => text.trim() !== "", "Write a message.")
  .refine((text) => text.isWellFormed() && !/[\0\ufffd]/.test(text), "Something in there can't be sent.");

export const WriteAsCustomer = z.object({ from: phone, to: phone, message, once: fields.once });

/** A text from any telephone to one of our lines, as the carrier would bring it; the same form twice is one text. */
export async function writeAsCustomer(visitor: Visitor, input: z.output<typeof WriteAsCustomer>) {
  if (!isPhoneHere(visitor)) throw new NotFound();
  const { from, to, message: body } = input;
  const [line] = await db.select({ id: numbers.id }).from(numbers).where(eq(numbers.e164, to));
  if (!line) throw new Refused("No company has this number.", { field: "to" });
  await receiveText(simulated, { carrierId: `PHONE${input.once ?? v7()}`, from, to, body, media: [], at: null });
  return { from, to };
}
