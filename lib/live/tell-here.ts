import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { conversations } from "@/db/schema";
import { conversationsWithin } from "../access/scope";
import { fullName } from "../access/viewer";
import { untouchedSessionOf } from "../auth/session/session-of";
import { HERE_STATES, LIVE_CHANNEL } from "./news";

export const Here = z.object({ thread: z.uuid(), state: z.enum(HERE_STATES) });

/** Tells all servers that somebody is at a thread of their lines. Nothing is written. False: nobody, or no thread of theirs. */
export async function tellHere(token: string, { thread, state }: z.output<typeof Here>): Promise<boolean> {
  const viewer = await untouchedSessionOf(token);
  if (!viewer) return false;
  const { accountId, numberId, id } = conversations;
  const about = [viewer.memberId, state, fullName(viewer)].join(" ");
  const told = await db
    .select({
      told: sql`pg_notify(${LIVE_CHANNEL}, concat_ws(' ', 'here', ${accountId}, ${numberId}, ${id}, ${about}::text))`,
    })
    .from(conversations)
    .where(and(conversationsWithin(viewer, "messages.read"), eq(id, thread)));
  return told.length > 0;
}
