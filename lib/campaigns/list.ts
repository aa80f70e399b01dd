import { and, sql } from "drizzle-orm";
import { db } from "@/db";
import { campaigns } from "@/db/schema";
import { campaignsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Beginning, isBackwards, neighbourOf, type Page, turnedTo } from "../paging";
import { type CampaignState, figures, stateNow } from "./figures";
import { isOneOf } from "./writers";

const SIZE = 25;

/** A page of the campaigns from the viewer's groups' lines, newest first. */
export async function listCampaigns(viewer: Viewer, from: Beginning): Promise<Page<CampaignRow>> {
  const beside = neighbourOf(from);
  const backwards = isBackwards(from);
  const place = sql`(${campaigns.createdAt}, ${campaigns.id})`;
  const neighbour = beside && sql`(${beside.key[0]}::timestamptz, ${beside.id}::uuid)`;
  const order = backwards ? sql`asc` : sql`desc`;
  const { recipients, sent, delivered, failed, replies, optOuts } = figures;
  const rows = await db
    .select({
      ...{ id: campaigns.id, name: campaigns.name, createdAt: campaigns.createdAt, startsAt: campaigns.startsAt },
      ...{ frozenAt: campaigns.frozenAt, state: stateNow, recipients, sent, delivered, failed, replies, optOuts },
      ...{ askedAt: campaigns.askedAt, isOwn: isOneOf(viewer) },
    })
    .from(campaigns)
    .where(
      and(campaignsWithin(viewer), neighbour ? sql`${place} ${backwards ? sql`>` : sql`<`} ${neighbour}` : undefined),
    )
    .orderBy(sql`${campaigns.createdAt} ${order}, ${campaigns.id} ${order}`)
    .limit(SIZE + 1);
  return turnedTo(rows, {
    ...{ from, size: SIZE },
    cursorOf: ({ id, createdAt }) => ({ key: [createdAt.toISOString()], id, place: null }),
  });
}

export type CampaignRow = {
  id: string;
  name: string;
  state: CampaignState;
  createdAt: Date;
  startsAt: Date | null;
  /** Since when a second person's word is waited for, and whether it can't be the viewer's. */
  askedAt: Date | null;
  isOwn: boolean;
  /** When it began. */
  frozenAt: Date | null;
  recipients: number;
  sent: number;
  delivered: number;
  failed: number;
  replies: number;
  optOuts: number;
};
