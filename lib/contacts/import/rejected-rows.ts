import { and, asc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db";
import { contactImportRows, contactImports } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { letterReader } from "../../import/alphabet";
import { type Cells, cellsReader } from "./cells-of";
import { type ImportShown, rowColumns } from "./get-import";
import { ownImport } from "./own-import";
import { groupsCell, nameIn, phonesIn, saysItsCountry } from "./read-row";

const AT_ONCE = 1000;

/** Whoever is not taken in, with the cells of the row by what our file calls them, a thousand at a time. */
export async function* rejectedRows(viewer: Viewer, list: Pick<ImportShown, "id" | "columns" | "alphabet">) {
  const cellsOf = cellsReader(list.columns, letterReader(list.alphabet));
  const rejected = sql`(verdict in ('unreadable', 'twice') or verdict = 'opted out' and not included)`;
  for (let from = 0; ; ) {
    const rows = await db
      .select({ ...rowColumns, groups: contactImportRows.groups })
      .from(contactImportRows)
      .innerJoin(contactImports, eq(contactImports.id, contactImportRows.importId))
      .where(and(ownImport(viewer, list.id), rejected, gt(contactImportRows.nth, from)))
      .orderBy(asc(contactImportRows.nth))
      .limit(AT_ONCE);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, cell: cellIn(row, cellsOf(row.cells)) }));
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = last.nth;
  }
}

type Read = Record<"phone" | "firstName" | "lastName", string | null> & {
  groups: readonly string[];
  blacklisted: boolean;
};

/**
 * What could be read is as it was read: by our headings alone names that stand the other way round, groups between commas
 * and a number whose country is said beside it would be read otherwise.
 */
function cellIn({ phone, firstName, lastName, groups, blacklisted }: Read, cellsOf: Cells) {
  const name = nameIn(cellsOf);
  const read = {
    phone: phone ?? writtenPhone(cellsOf),
    firstName: firstName ?? name.firstName,
    lastName: lastName ?? name.lastName,
    ...(groups.length > 0 && { group: groupsCell(groups) }),
    ...(blacklisted && { blacklisted: "yes" }),
  };
  return (field: string): string => Object.entries(read).find(([of]) => of === field)?.[1] ?? cellsOf(field)[0] ?? "";
}

function writtenPhone(cellsOf: Cells): string {
  const [written = ""] = phonesIn(cellsOf);
  const [country = ""] = cellsOf("phoneCountry");
  return country === "" || written === "" || saysItsCountry(written) ? written : `${country} ${written}`;
}
