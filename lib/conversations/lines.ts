import { asc, eq } from "drizzle-orm";
import { byIndex } from "@/db";
import { members, numbers } from "@/db/schema";
import type { Permission } from "../access/permissions";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** The viewer's lines on which they hold the permission, and which of them is their default number. */
export async function linesFor(viewer: Viewer, permission: Permission) {
  const [lines, [own]] = await Promise.all([
    byIndex
      .select({ id: numbers.id, e164: numbers.e164, label: numbers.label, disabledAt: numbers.disabledAt })
      .from(numbers)
      .where(ownLinesWithin(viewer, permission))
      .orderBy(asc(numbers.label), asc(numbers.id)),
    byIndex.select({ line: members.defaultNumberId }).from(members).where(eq(members.id, viewer.memberId)),
  ]);
  return { lines, defaultLine: own?.line ?? null };
}
