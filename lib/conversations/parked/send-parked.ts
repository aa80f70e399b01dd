import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { texts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { wakeSender } from "../../messages/queue-text";
import { refuseOptedOut } from "../send-text";
import { OnParked, parkedText } from "./parked-text";

export { OnParked as SendParked };

/** Once more from the beginning, at the risk of arriving twice: a person has decided so. */
export const sendParked = (viewer: Viewer, input: z.output<typeof OnParked>) =>
  change(viewer, input.once, async (c) => {
    const { conversation, messageId } = await parkedText(c, viewer, input);
    await refuseOptedOut(c, conversation, "message");
    const asNew = {
      parkedAt: null,
      unknownSince: null,
      searchedAt: null,
      lease: null,
      attempts: 0,
      nextAt: sql`now()`,
    };
    await c.tx.update(texts).set(asNew).where(eq(texts.messageId, messageId));
    await wakeSender(c.tx);
    c.saidInThread();
    return { name: conversation.name };
  });
