import { and, asc, isNull } from "drizzle-orm";
import { db } from "@/db";
import { groups, numbers } from "@/db/schema";
import { groupsWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

export type Grantable = Awaited<ReturnType<typeof grantableBy>>;

/** Everything that the viewer may give: groups to give roles at, numbers in service to give as lines, their products. */
export async function grantableBy(viewer: Viewer) {
  const [given, managed] = await Promise.all([
    db
      .select({ id: groups.id, name: groups.name, path: groups.path })
      .from(groups)
      .where(groupsWithin(viewer, "users.manage")),
    db
      .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
      .from(numbers)
      .where(and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt)))
      .orderBy(asc(numbers.label), asc(numbers.id)),
  ]);
  return {
    groups: new Map(given.map((group) => [group.id, group])),
    numbers: managed,
    products: viewer.products,
    country: viewer.country,
    /** Whoever may give everything in the company can be told that something does not exist at all. */
    isWhole: given.some((group) => group.id === viewer.rootGroupId),
  };
}
