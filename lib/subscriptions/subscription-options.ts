import { asc } from "drizzle-orm";
import { db } from "@/db";
import { contactGroups } from "@/db/schema";
import { contactGroupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { inNameOrder } from "../contacts/groups/in-name-order";
import { linesFor } from "../conversations/lines";
import { numberLabel } from "../numbers/format-number";

/** From which lines the viewer may have people asked, and which groups these may join. */
export async function subscriptionOptions(viewer: Viewer) {
  const [{ lines, defaultLine }, groups] = await Promise.all([
    linesFor(viewer, "subscriptions.create"),
    db
      .select({ value: contactGroups.id, label: contactGroups.name })
      .from(contactGroups)
      .where(contactGroupsWithin(viewer))
      .orderBy(asc(inNameOrder)),
  ]);
  const usable = lines.filter(({ disabledAt }) => !disabledAt);
  return {
    lines: usable.map((line) => ({ value: line.id, label: numberLabel(line) })),
    defaultLine: usable.find(({ id }) => id === defaultLine)?.id ?? usable[0]?.id,
    groups,
  };
}
