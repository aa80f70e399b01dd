import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import type { EditNumber } from "@/lib/numbers/edit";
import { onceKey } from "../cast";

type Form = z.output<typeof EditNumber>;

/** The edit form of a number as its page fills it now, with what a person changes in it. */
export async function numberFormOf(number: { id: string }, changes: Partial<Form> = {}): Promise<Form> {
  const [row] = await db.select().from(numbers).where(eq(numbers.id, number.id));
  if (!row) throw new Error("there is no such number");
  const { label, groupId, disabledAt, revision } = row;
  const status: Form["status"] = disabledAt ? "Disabled" : "Active";
  return { numberId: number.id, label, groupId, status, revision, once: onceKey(), ...changes };
}
