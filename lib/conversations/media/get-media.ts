import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { messages } from "@/db/schema";
import { messagesWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { MEDIA_ID } from "./media-id";

/** What hangs on a customer's text, at its place: found as the text is, on the viewer's lines. */
export async function getMedia(viewer: Viewer, id: string) {
  const [, messageId, place] = MEDIA_ID.exec(id) ?? [];
  if (!z.uuid().safeParse(messageId).success || !messageId) return undefined;
  const [found] = await db
    .select({ media: messages.media, at: messages.at })
    .from(messages)
    .where(and(messagesWithin(viewer, "messages.read"), eq(messages.id, messageId), eq(messages.direction, "in")));
  const media = found?.media?.[Number(place) - 1];
  return found && media && { ...media, at: found.at, place: Number(place) };
}
