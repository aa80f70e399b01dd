import { and, sql } from "drizzle-orm";
import { db } from "@/db";
import { campaigns } from "@/db/schema";
import { campaignsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isBackwards, neighbourOf, turnedTo } from "../paging";
import { searchingIn } from "../text/search";
import type { CampaignsQuery } from "./campaigns-query";
import { figures, stateNow } from "./figures";
import { isOneOf } from "./writers";

const SIZE = 25;

/** A page of the campaigns from the viewer's groups' lines, newest first; within these a search looks through all, as they are hundreds. */
export async function listCampaigns(viewer: Viewer, { from, search, state }: CampaignsQuery) {
  const beside = neighbourOf(from);
  const backwards = isBackwards(from);
  const place = sql`(${campaigns.createdAt}, ${campaigns.id})`;
  const neighbour = beside && sql`(${beside.key[0]}::timestamptz, ${beside.id}::uuid)`;
  const order = backwards ? sql`asc` : sql`desc`;
  const { recipients, sent, delivered, failed, replies, optOuts } = figures;
  const rows = await db
    .select({
      ...{ id: campaigns.id, name: campaigns.name, createdAt: campaigns.createdAt, startsAt: campaigns.startsAt },
      ...{ startsOn: campaigns.startsOn, ownZones: campaigns.ownZones },
      ...{ frozenAt: campaigns.frozenAt, state: stateNow, recipients, sent, delivered, failed, replies, optOuts },
      ...{ askedAt: campaigns.askedAt, isOwn: isOneOf(viewer) },
    })
    .from(campaigns)
    .where(
      and(
        campaignsWithin(viewer),
        searchingIn(sql`${campaigns.name}`, search, viewer),
        state ? sql`${stateNow} = ${state}` : undefined,
        neighbour ? sql`${place} ${backwards ? sql`>` : sql`<`} ${neighbour}` : undefined,
      ),
    )
    .orderBy(sql`${campaigns.createdAt} ${order}, ${campaigns.id} ${order}`)
    .limit(SIZE + 1);
  return turnedTo(rows, {
    ...{ from, size: SIZE },
    cursorOf: ({ id, createdAt }) => ({ key: [createdAt.toISOString()], id, place: null }),
  });
}

/** `askedAt`: since when a second person's word is waited for, and `isOwn` whether it can't be the viewer's; `frozenAt`: when it began. */
export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>["rows"][number];
