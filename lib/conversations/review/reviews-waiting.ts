import { and, asc, eq, isNotNull } from "drizzle-orm";
import { byIndex } from "@/db";
import { contacts, conversations, optOuts } from "@/db/schema";
import { conversationsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";

/** So many are named at once; one more says that there are others. */
export const NAMED = 5;

/** Whom ordinary words have stopped and nobody has looked at yet, on the viewer's lines: what is due first. */
export const reviewsWaiting = (viewer: Viewer) =>
  byIndex
    .select({ id: conversations.id, name: contacts.name, phone: contacts.phone, reviewBy: optOuts.reviewBy })
    .from(optOuts)
    .innerJoin(contacts, and(eq(contacts.accountId, optOuts.accountId), eq(contacts.phone, optOuts.phone)))
    .innerJoin(conversations, eq(conversations.contactId, contacts.id))
    .where(
      and(
        eq(optOuts.accountId, viewer.accountId),
        isNotNull(optOuts.reviewBy),
        conversationsWithin(viewer, "messages.send"),
      ),
    )
    .orderBy(asc(optOuts.reviewBy), asc(conversations.id))
    .limit(NAMED + 1);
