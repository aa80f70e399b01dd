import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { mailbox } from "@/db/schema";

/** One email of the local mailbox; undefined for an id that is none. */
export async function readMailbox(id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [email] = await db.select().from(mailbox).where(eq(mailbox.id, id));
  return email;
}
