import { eq } from "drizzle-orm";
import type { z } from "zod";
import { texts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { OnParked, parkedText } from "./parked-text";

export { OnParked as LeaveParked };

/** It stays as it is: without a way, and never final. News of it that comes late still counts. */
export const leaveParked = (viewer: Viewer, input: z.output<typeof OnParked>) =>
  change(viewer, input.once, async (c) => {
    const { conversation, messageId } = await parkedText(c, viewer, input);
    await c.tx.delete(texts).where(eq(texts.messageId, messageId));
    c.saidInThread();
    return { name: conversation.name };
  });
