import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { contactGroups, numbers, subscriptionAsks, subscriptionLinks } from "@/db/schema";
import { contactGroupsWithin, subscriptionLinksWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "../numbers/format-number";
import { isBackwards, neighbourOf, turnedTo } from "../paging";
import { searchingIn } from "../text/search";
import { joinAddress, type SubscriptionsQuery } from "./subscriptions-query";

const SIZE = 25;

const joined = sql<number>`(select count(*)::int from ${subscriptionAsks}
  where ${subscriptionAsks.linkId} = ${subscriptionLinks.id} and ${subscriptionAsks.joinedAt} is not null)`;

/** A page of the links of the viewer's lines, newest first. The name of a group that they don't see is null, and finds nothing. */
export async function listSubscriptionLinks(viewer: Viewer, { from, search, state }: SubscriptionsQuery) {
  const group = sql<string | null>`case when ${contactGroupsWithin(viewer)} then ${contactGroups.name} end`;
  const said = sql`concat_ws(' ', ${group}, ${numbers.label}, ${numbers.e164}, ${subscriptionLinks.wording})`;
  const beside = neighbourOf(from);
  const backwards = isBackwards(from);
  const place = sql`(${subscriptionLinks.createdAt}, ${subscriptionLinks.id})`;
  const neighbour = beside && sql`(${beside.key[0]}::timestamptz, ${beside.id}::uuid)`;
  const order = backwards ? sql`asc` : sql`desc`;
  const rows = await db
    .select({
      id: subscriptionLinks.id,
      token: subscriptionLinks.token,
      wording: subscriptionLinks.wording,
      closedAt: subscriptionLinks.closedAt,
      createdAt: subscriptionLinks.createdAt,
      group,
      label: numbers.label,
      e164: numbers.e164,
      joined,
    })
    .from(subscriptionLinks)
    .innerJoin(contactGroups, eq(contactGroups.id, subscriptionLinks.groupId))
    .innerJoin(numbers, eq(numbers.id, subscriptionLinks.numberId))
    .where(
      and(
        subscriptionLinksWithin(viewer),
        searchingIn(said, search, viewer),
        state ? sql`${isNull(subscriptionLinks.closedAt)} = ${state === "Open"}` : undefined,
        neighbour ? sql`${place} ${backwards ? sql`>` : sql`<`} ${neighbour}` : undefined,
      ),
    )
    .orderBy(sql`${subscriptionLinks.createdAt} ${order}, ${subscriptionLinks.id} ${order}`)
    .limit(SIZE + 1);
  const page = turnedTo(rows, {
    ...{ from, size: SIZE },
    cursorOf: ({ id, createdAt }) => ({ key: [createdAt.toISOString()], id, place: null }),
  });
  const told = page.rows.map(({ token, label, e164, ...row }) => ({
    ...{ ...row, line: numberLabel({ label, e164 }) },
    address: joinAddress(token),
  }));
  return { ...page, rows: told };
}

export type SubscriptionRow = Awaited<ReturnType<typeof listSubscriptionLinks>>["rows"][number];
