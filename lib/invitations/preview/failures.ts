import type { Viewer } from "../../access/viewer";
import { grantableBy } from "../grantable";
import { accessWriter } from "../read/access-words";
import { listBatch } from "./list-batch";

/** No role, so that a row of which nothing is known any more is refused: a blank cell would take the form's. */
const UNKNOWN = "?";

/**
 * Whoever of a batch got no invitation, as rows of an invitation CSV: mended and sent again they give what they gave
 * before. `beyond`: cells that had no column. Nobody of a batch that the viewer did not make.
 */
export async function failuresOf(viewer: Viewer, { id: batchId, isConfirmed }: { id: string; isConfirmed: boolean }) {
  const [rows, offer] = await Promise.all([
    listBatch(viewer, batchId, { show: isConfirmed ? "not" : "rejected", page: 1, whole: true }),
    grantableBy(viewer),
  ]);
  const { accessWords } = accessWriter(offer);
  return rows.map((row) => {
    const { roles, group, products, lines } = accessWords(row);
    const given = [row.email, row.firstName, row.lastName, roles || UNKNOWN, group, products, lines];
    const cells = row.written ?? given;
    return { ...row, cells: cells.slice(0, given.length), beyond: cells.slice(given.length) };
  });
}
