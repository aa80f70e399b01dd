import { eq, sql } from "drizzle-orm";
import { contactImports } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { fullName } from "../../access/viewer";
import { type Change, change } from "../../change";
import { NotFound } from "../../errors";
import { judgeRows } from "./judge-rows";
import {
  addedByOthers,
  addNew,
  changeThere,
  joinGroups,
  keepConsents,
  keepErased,
  keepOptOuts,
  type Taking,
} from "./take-rows";

/** Rows a change: short enough that nobody who works with one of these contacts waits for long. */
export const TAKEN_AT_ONCE = 2000;

/** Takes in the next rows of a confirmed list, judged anew. False when there are none left. */
export const takeSlice = (viewer: Viewer, importId: string): Promise<boolean> =>
  change(viewer, undefined, async (c) => {
    const list = await c.one(
      c.tx.select().from(contactImports).where(eq(contactImports.id, importId)).for("no key update"),
    );
    if (list.confirmedAt === null || list.accountId !== viewer.accountId) throw new NotFound();
    if (list.finishedAt !== null) return c.unchanged(false);
    const [from, to] = [list.takenTo, Math.min(list.takenTo + TAKEN_AT_ONCE, list.total)];
    const taking: Taking = { list, from, to, by: fullName(viewer) };
    await lockContacts(c, viewer, taking);
    await judgeRows(c.tx, viewer, taking);
    const added = await addNew(c, viewer, taking);
    const only = await addedByOthers(c, viewer, taking);
    if (only.length > 0) {
      await lockContacts(c, viewer, taking);
      await judgeRows(c.tx, viewer, { ...taking, only });
    }
    const changed = await changeThere(c, viewer, taking);
    await keepErased(c, viewer, taking);
    await joinGroups(c, viewer, taking);
    await keepConsents(c, viewer, taking);
    const optedOut = await keepOptOuts(c, viewer, taking);
    const isOver = to >= list.total;
    await c.tx
      .update(contactImports)
      .set({ takenTo: to, ...(isOver && { finishedAt: sql`now()` }) })
      .where(eq(contactImports.id, importId));
    const subject = { accountId: list.accountId, id: list.id, name: list.name };
    c.record("contacts.imported", subject, { after: { added, changed, optedOut } }, { batchId: list.id });
    return !isOver;
  });

/** In one order, so that two who take in the same people wait for each other. */
const lockContacts = ({ tx }: Change, { accountId }: Viewer, { list, from, to }: Taking) =>
  tx.execute(sql`select from contacts c where c.account_id = ${accountId}::uuid and c.id in (
      select r.contact_id from contact_import_rows r where r.import_id = ${list.id}::uuid and r.nth > ${from} and r.nth <= ${to})
    order by c.id for no key update`);
