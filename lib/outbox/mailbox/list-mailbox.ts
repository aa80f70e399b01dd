import { desc } from "drizzle-orm";
import { db } from "@/db";
import { mailbox } from "@/db/schema";

/** The newest fifty emails of the local mailbox, newest first. */
export const listMailbox = () =>
  db
    .select({ id: mailbox.id, to: mailbox.to, subject: mailbox.subject, createdAt: mailbox.createdAt })
    .from(mailbox)
    .orderBy(desc(mailbox.createdAt), desc(mailbox.id))
    .limit(50);
