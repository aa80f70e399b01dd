import { and, eq, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import { campaignsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { isAnybodyWaiting } from "../../campaigns/figures";
import { isFieldIn, withFieldCalled } from "../../campaigns/text-fields";
import type { Change } from "../../change";
import { among, idsOf } from "../../id-list";
import type { Reader } from "../../reader";

type Named = { nameKey: string };

/** Somebody may still be written its text. */
const isToCome = sql`(${campaigns.state} in ('draft', 'scheduled') or ${campaigns.state} in ('sending', 'paused')
  and (${campaigns.frozenAt} is null or ${isAnybodyWaiting(sql`campaigns.id`)}))`;

const texts = ({ accountId }: Viewer) =>
  and(eq(campaigns.accountId, accountId), sql`${campaigns.body} like '%{%'`, isToCome);

/** A campaign by name, or that there is one which the viewer does not see. */
export type Use = { id: string; name: string } | null;

/** The campaigns of the company whose texts say a field and are still to be sent: drafts, and what has been begun. */
export async function campaignsWith(reader: Reader, viewer: Viewer, field: Named) {
  const isSeen = sql<boolean>`coalesce((${campaignsWithin(viewer)}), false)`;
  const found = await reader
    .select({ id: campaigns.id, name: campaigns.name, body: campaigns.body, state: campaigns.state, isSeen })
    .from(campaigns)
    .where(texts(viewer))
    .orderBy(campaigns.id);
  const uses = found.filter(({ body }) => isFieldIn(body, field.nameKey));
  const of = (isDraft: boolean) =>
    uses
      .filter(({ state }) => (state === "draft") === isDraft)
      .map(({ id, name, isSeen }): Use => (isSeen ? { id, name } : null));
  return { drafts: of(true), begun: of(false) };
}

/** Whoever sends, edits or begins one of them is waited for, and then finds the new name in it. */
export async function renameInCampaigns(c: Change, viewer: Viewer, field: Named & { to: string }) {
  const columns = { id: campaigns.id, body: campaigns.body };
  const found = await c.tx.select(columns).from(campaigns).where(texts(viewer));
  const ids = idsOf(found.filter(({ body }) => isFieldIn(body, field.nameKey)));
  const held = await c.tx
    .select(columns)
    .from(campaigns)
    .where(among(campaigns.id, ids))
    .orderBy(campaigns.id)
    .for("no key update");
  for (const { id, body } of held)
    await c.tx
      .update(campaigns)
      .set({ body: withFieldCalled(body, field) })
      .where(eq(campaigns.id, id));
}

/** "Spring sale, Autumn sale and 2 that you don’t see". */
export function namesOf(uses: readonly Use[]): string {
  const names = uses.flatMap((use) => use?.name ?? []);
  const unseen = uses.length - names.length;
  const others = unseen === 0 ? [] : [`${unseen === 1 ? "one" : unseen} that you don’t see`];
  return [...names, ...others].join(", ");
}
