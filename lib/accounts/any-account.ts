import { db } from "@/db";
import { accounts } from "@/db/schema";

/** Whether anybody has been here: while nobody has, /setup makes the first company. */
export async function anyAccount(): Promise<boolean> {
  const found = await db.select({ id: accounts.id }).from(accounts).limit(1);
  return found.length > 0;
}
