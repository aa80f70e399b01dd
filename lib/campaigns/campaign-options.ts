import { asc } from "drizzle-orm";
import { db } from "@/db";
import { contactGroups } from "@/db/schema";
import { wholeContactGroupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { listContactFields } from "../contacts/fields/list";
import { inNameOrder } from "../contacts/groups/in-name-order";
import { linesFor } from "../conversations/lines";
import { numberLabel } from "../numbers/format-number";

/** From which lines the viewer may send a campaign, to which groups (those of which they see everybody), and what a text can say. */
export async function campaignOptions(viewer: Viewer) {
  const [{ lines, defaultLine }, groups, own] = await Promise.all([
    linesFor(viewer, "campaigns.manage"),
    db
      .select({ value: contactGroups.id, label: contactGroups.name })
      .from(contactGroups)
      .where(wholeContactGroupsWithin(viewer))
      .orderBy(asc(inNameOrder)),
    listContactFields(viewer),
  ]);
  const usable = lines.filter(({ disabledAt }) => !disabledAt);
  return {
    lines: usable.map((line) => ({ value: line.id, label: numberLabel(line) })),
    defaultLine: usable.find(({ id }) => id === defaultLine)?.id ?? usable[0]?.id,
    groups,
    /** As the company's own fields are written in a text. */
    ownFields: own.map(({ name }) => `{${name}|…}`),
  };
}
