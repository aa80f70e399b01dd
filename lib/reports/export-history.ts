import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Viewer } from "../access/viewer";
import type { Cursor } from "../paging";
import { cellOf, isoOf, lastOf, linesOf, phoneCell, takeLines, wordsOf } from "../text/csv-line";
import type { HistoryQuery } from "./history-query";
import { historyFrom } from "./list-history";
import { textStatesSaid } from "./text-states";

const AT_ONCE = 1000;

export const historyHeader = [
  ...["Time", "Line", "Direction", "State", "Reason", "Contact", "Phone", "Person", "Campaign", "Segments", "Text"],
];

/** All texts that the list has, as lines of a file, a thousand at a time. */
export async function* exportHistory(viewer: Viewer, query: HistoryQuery): AsyncGenerator<string> {
  for (let from: Cursor | null = null; ; ) {
    const page: Lines | undefined = await linesFrom(viewer, query, from);
    if (!page?.at || !page.id) return;
    yield takeLines(page);
    if (page.rows < AT_ONCE) return;
    from = { key: [page.at], id: page.id, place: null };
  }
}

type Lines = { lines: string; rows: number; at: string | null; id: string | null };

async function linesFrom(viewer: Viewer, query: HistoryQuery, from: Cursor | null): Promise<Lines | undefined> {
  const page = historyFrom(viewer, query, { from, backwards: false }, AT_ONCE).as("page");
  const at = isoOf(page.at);
  const cells = [
    at,
    sql`case when ${page.line} = '' then ${page.e164} else ${cellOf(page.line)} end`,
    wordsOf(page.direction, { in: "In", out: "Out" }),
    wordsOf(page.state, textStatesSaid),
    cellOf(page.reason),
    phoneCell(page.contact),
    phoneCell(page.phone),
    cellOf(page.person),
    sql`case when ${page.campaign} is null then '' else ${cellOf(page.campaign)} end`,
    sql`coalesce(${page.segments}::text, '')`,
    cellOf(page.body),
  ];
  const asked = db
    .select({
      lines: linesOf(cells).as("lines"),
      rows: sql<number>`count(*)::int`.as("rows"),
      at: lastOf<string>(at).as("at"),
      id: lastOf<string>(page.id).as("id"),
    })
    .from(page);
  const [found] = await db.execute<Lines>(asked.getSQL());
  return found;
}
