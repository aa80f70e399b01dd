import type { z } from "zod";
import { optOuts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { ownConversation } from "../own-conversation";
import { hasBeenDecided, isAsked, noteReview, OnReview } from "./on-review";

export { OnReview as LiftOptOut };

/** They meant something else: texts go to them again. Only what ordinary words have stopped is let go by hand. */
export const liftOptOut = (viewer: Viewer, input: z.output<typeof OnReview>) =>
  change(viewer, input.once, async (c) => {
    const conversation = await ownConversation(c, viewer, input.conversationId);
    const judged = await c.tx.delete(optOuts).where(isAsked(conversation)).returning({ phone: optOuts.phone });
    if (judged.length === 0) throw hasBeenDecided();
    await noteReview(c, viewer, { conversation, kind: "cleared" });
    c.record("opt-out.lifted", conversation);
    return { name: conversation.name };
  });
