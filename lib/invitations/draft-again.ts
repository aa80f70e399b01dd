import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { invitationBatches, invitationRows } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";

/**
 * What somebody had typed when they come back from the preview to mend it: the list, and what all of it was to get. Null
 * for what is sent or another's, and for a file whose rows say different things: that is mended in the file.
 */
export async function draftAgain(viewer: Viewer, batchId: unknown) {
  const id = z.uuid().safeParse(batchId);
  if (!id.success) return null;
  const rows = await db
    .select({
      email: invitationRows.email,
      firstName: invitationRows.firstName,
      lastName: invitationRows.lastName,
      roles: invitationRows.roles,
      products: invitationRows.products,
      lines: invitationRows.lines,
    })
    .from(invitationRows)
    .innerJoin(invitationBatches, eq(invitationBatches.id, invitationRows.batchId))
    .where(
      and(
        eq(invitationBatches.id, id.data),
        eq(invitationBatches.accountId, viewer.accountId),
        eq(invitationBatches.invitedBy, viewer.memberId),
        isNull(invitationBatches.confirmedAt),
      ),
    )
    .orderBy(asc(invitationRows.position));
  const given = rows.filter(({ roles }) => roles.length > 0);
  const access = new Set(given.map(({ roles, products, lines }) => JSON.stringify([roles, products, lines])));
  const groups = new Set(given.flatMap(({ roles }) => roles.map(({ groupId }) => groupId)));
  const [first] = given;
  if (!first || access.size > 1 || groups.size > 1) return null;
  return {
    addresses: [...new Map(rows.map((row) => [row.email.toLowerCase(), asTyped(row)])).values()].join("\n"),
    group: first.roles[0]?.groupId ?? "",
    role: first.roles.map(({ role }) => role),
    product: first.products,
    line: first.lines,
  };
}

function asTyped(row: { email: string; firstName: string; lastName: string }): string {
  const name = fullName(row).replaceAll('"', "");
  return name ? `"${name}" <${row.email}>` : row.email;
}
