import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { members, savedViews } from "@/db/schema";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { KEPT_LISTS, saidBy } from "./kept-lists";
import { ownViews } from "./own-views";

/** More than these nobody finds their way in. */
const MOST_VIEWS = 20;

export const SaveView = z.object({
  list: z.enum(["users", "contacts"]).catch("users"),
  name: fields.line(40, "Enter a name for this view."),
  /** As the list's address has it; what makes no sense in it is dropped. */
  query: z
    .string()
    .catch("")
    .transform((text) => Object.fromEntries(new URLSearchParams(text))),
});

/** Keeps what a list shows, under a name and for oneself alone. The same once more changes nothing. */
export async function saveView(viewer: Viewer, { list, name, query }: z.output<typeof SaveView>) {
  const { path, permission, addressOf } = KEPT_LISTS[list];
  if (!can(viewer, permission)) throw new NotFound();
  const address = addressOf(query);
  if (!address) throw new Refused("Search or choose a filter first: then there is a view to save.");
  const said = saidBy(address);
  await keepBooks(async (tx) => {
    // Two of one person's at once would both find room.
    await tx.select({ id: members.id }).from(members).where(eq(members.id, viewer.memberId)).for("no key update");
    const views = await tx
      .select({ query: savedViews.query, isSame: sql<boolean>`lower(${savedViews.name}) = lower(${name})` })
      .from(savedViews)
      .where(and(ownViews(viewer), eq(savedViews.list, list)));
    const same = views.find(({ isSame }) => isSame);
    if (same?.query === said) return;
    if (same) throw new Refused("You have another view of that name.", { field: "name" });
    if (views.length >= MOST_VIEWS)
      throw new Refused(`You have ${MOST_VIEWS} views. Remove one before you save another.`, { field: "name" });
    const { accountId, memberId } = viewer;
    await tx.insert(savedViews).values({ accountId, memberId, list, name, query: said });
  });
  return { name, address: `${path}?${said}` };
}
