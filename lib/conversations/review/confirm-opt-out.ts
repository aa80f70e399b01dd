import type { z } from "zod";
import { optOuts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { ownConversation } from "../own-conversation";
import { hasBeenDecided, isAsked, noteReview, OnReview } from "./on-review";

export { OnReview as ConfirmOptOut };

/** They meant it: it holds for good, like any other opt-out. */
export const confirmOptOut = (viewer: Viewer, input: z.output<typeof OnReview>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const judged = await c.tx
      .update(optOuts)
      .set({ reviewBy: null })
      .where(isAsked(conversation))
      .returning({ phone: optOuts.phone });
    if (judged.length === 0) throw hasBeenDecided();
    await noteReview(c, viewer, { conversation, kind: "out" });
    c.record("opt-out.confirmed", conversation);
    return { name: conversation.name };
  });
