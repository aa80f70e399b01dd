import { and, eq, sql } from "drizzle-orm";
import { numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { formatNumber } from "./format-number";

export type ManagedNumber = Awaited<ReturnType<typeof managedNumber>>;

/** A number that the viewer may change, locked until the change is done; any other is not found. */
export const managedNumber = (c: Change, viewer: Viewer, numberId: string) =>
  c.one(
    c.tx
      .select({
        id: numbers.id,
        accountId: numbers.accountId,
        groupId: numbers.groupId,
        group: sql<string>`(select g.name from groups g where g.id = numbers.group_id)`,
        e164: numbers.e164,
        label: numbers.label,
        disabledAt: numbers.disabledAt,
        revision: numbers.revision,
      })
      .from(numbers)
      .where(and(numbersWithin(viewer, "numbers.manage"), eq(numbers.id, numberId)))
      .for("no key update"),
  );

export const subjectOf = (number: { accountId: string; id: string; e164: string }): Subject => ({
  accountId: number.accountId,
  id: number.id,
  name: formatNumber(number.e164),
});
