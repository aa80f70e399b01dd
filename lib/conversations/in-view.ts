import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { conversations, mentions } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { InboxView } from "./inbox-query";

/** What lines have in common: a stretch of an index each, whoever looks, so a plan serves everybody. */
export const sharedViews = ["unclaimed", "all", "done"] as const satisfies InboxView[];
export type SharedView = (typeof sharedViews)[number];

export const isShared = (view: InboxView): view is SharedView => sharedViews.some((each) => each === view);

/** Of some people much and of others nothing: planned for whom it is. */
export const ownViews = ["mine", "mentions"] as const satisfies InboxView[];
export type OwnView = (typeof ownViews)[number];

/** What stands under each tab. */
export function inView(viewer: Viewer, view: InboxView): SQL | undefined {
  const open = isNull(conversations.closedAt);
  const views: Record<InboxView, SQL | undefined> = {
    unclaimed: and(isNull(conversations.claimedBy), open),
    mine: and(eq(conversations.claimedBy, viewer.memberId), open),
    mentions: and(
      sql`${conversations.id} = any(array(select ${mentions.conversationId} from ${mentions} where ${mentions.memberId} = ${viewer.memberId}))`,
      open,
    ),
    all: open,
    done: isNotNull(conversations.closedAt),
  };
  return views[view];
}

export const onLine = (line: string | null) => (line ? eq(conversations.numberId, line) : undefined);
