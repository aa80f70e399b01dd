import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { consentEvents, optOuts } from "@/db/schema";
import { fullName, type Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { conversationId, type OwnConversation } from "../own-conversation";

export const OnReview = z.object({ conversationId, once: fields.once });

/** What ordinary words have stopped, and nobody has looked at yet. */
export const isAsked = ({ accountId, phone }: OwnConversation) =>
  and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone), isNotNull(optOuts.reviewBy));

export const hasBeenDecided = () => new Refused("Somebody has looked at this already.");

type Noted = { conversation: OwnConversation; kind: "out" | "cleared" };

/** Who has looked, and what they made of it. */
export const noteReview = (c: Change, viewer: Viewer, { conversation, kind }: Noted) => {
  const { accountId, phone, numberId } = conversation;
  const by = { actorId: viewer.memberId, actorName: fullName(viewer) };
  return c.tx.insert(consentEvents).values({ accountId, phone, numberId, kind, source: "by hand", ...by });
};
