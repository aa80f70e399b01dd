import type { Viewer } from "../access/viewer";
import type { Cursor } from "../paging";
import { asked } from "./events-matching";
import type { ActivityQuery } from "./query";
import { type AuditEvent, readEvents } from "./read-events";

const AT_ONCE = 1000;

/** All that is asked for, newest first, a thousand at a time; of a batch every single event. What they see is asked for each page. */
export async function* exportActivity(viewer: Viewer, query: ActivityQuery): AsyncGenerator<AuditEvent[]> {
  for (let from: Cursor | null = null; ; ) {
    const where = await asked(viewer, query);
    const rows: AuditEvent[] = await readEvents(where, { from, backwards: false }, AT_ONCE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = { key: [last.at.toISOString(), ""], id: last.id, place: null };
  }
}
