import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { groups, numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

const SIZE = 100;

/** The list's state as the address has it; nonsense reads as the first page. */
export const NumbersPage = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  group: z.uuid().optional().catch(undefined),
  /** `none`: those in service that nobody has. */
  people: z.literal("none").optional().catch(undefined),
});

const peopleOn = sql<number>`(select count(*)::int from line_access a where a.number_id = ${numbers.id})`;

export const withoutAnyone = sql`not exists (select from line_access a where a.number_id = ${numbers.id})`;

/**
 * A page of numbers by label, and how many there are: all that the viewer sees, or those in a group and under it. A
 * company has hundreds at most, so pages are counted out.
 */
export async function listNumbers(viewer: Viewer, { page, group, people }: z.output<typeof NumbersPage>) {
  const wanted = and(
    numbersWithin(viewer, "account.view"),
    group ? sql`${groups.path} @> array[${group}::uuid]` : undefined,
    people ? and(isNull(numbers.disabledAt), withoutAnyone) : undefined,
  );
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        id: numbers.id,
        e164: numbers.e164,
        label: numbers.label,
        groupId: groups.id,
        group: groups.name,
        status: statusOf,
        people: peopleOn,
      })
      .from(numbers)
      .innerJoin(groups, eq(groups.id, numbers.groupId))
      .where(wanted)
      .orderBy(numbers.label, numbers.id)
      .limit(SIZE)
      .offset((page - 1) * SIZE),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(numbers)
      .innerJoin(groups, eq(groups.id, numbers.groupId))
      .where(wanted),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, from: (page - 1) * SIZE + 1, pages: Math.max(1, Math.ceil(total / SIZE)) };
}

/** A number in service is Active. */
export const statusOf = sql<
  "Active" | "Disabled"
>`case when ${numbers.disabledAt} is null then 'Active' else 'Disabled' end`;
