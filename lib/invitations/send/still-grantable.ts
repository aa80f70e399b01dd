import { and, inArray, isNull } from "drizzle-orm";
import { groups, numbers } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { rolesToGrant } from "../../access/can";
import { groupsWithin, numbersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { WaitingRow } from "./batch-rows";

/**
 * What was given in the preview is asked again with the inviter's rights of now. Groups and numbers stay as they are
 * until the change is done. Answers the groups' names, and what is wrong with a row, if anything.
 */
export async function stillGiven(tx: WriteTx, viewer: Viewer, rows: readonly WaitingRow[]) {
  const groupIds = [...new Set(rows.flatMap((row) => row.roles.map((role) => role.groupId)))];
  const lineIds = [...new Set(rows.flatMap((row) => row.lines))];
  const found = await tx
    .select({ id: groups.id, name: groups.name, path: groups.path })
    .from(groups)
    .where(and(groupsWithin(viewer, "users.manage"), inArray(groups.id, groupIds)))
    .orderBy(groups.id)
    .for("share");
  const inService =
    lineIds.length === 0
      ? []
      : await tx
          .select({ id: numbers.id })
          .from(numbers)
          .where(and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt), inArray(numbers.id, lineIds)))
          .orderBy(numbers.id)
          .for("share");
  const given = new Map(found.map((group) => [group.id, group]));
  const lines = new Set(inService.map(({ id }) => id));
  const mayGive = ({ role, groupId }: WaitingRow["roles"][number]) =>
    rolesToGrant(viewer, given.get(groupId)?.path ?? []).includes(role);
  return {
    nameOf: (groupId: string) => given.get(groupId)?.name ?? "",
    problemWith(row: WaitingRow): string | undefined {
      if (row.roles.length === 0 || !row.roles.every(mayGive))
        return "The person who invited may not give that role there any more.";
      if (!row.products.every((product) => viewer.products.includes(product)))
        return "The person who invited may not give one of the products any more.";
      if (!row.lines.every((line) => lines.has(line))) return "One of the lines can't be given any more.";
      return undefined;
    },
  };
}
