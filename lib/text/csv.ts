import Papa from "papaparse";
import { dayNow } from "./days";

/** With what begins what a spreadsheet would take for a formula: such a cell is led by an apostrophe. Full-width signs count, too. */
export const FORMULA: readonly string[] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

/** Text, or a number of ours or a contact's, which stays as it is: "+14155550101". */
export type Cell = string | { e164: string };

/** RFC 4180: commas, quotes where needed, CRLF after every line. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0
    ? ""
    : `${Papa.unparse(
        rows.map((row) => row.map(harmless)),
        { newline: "\r\n" },
      )}\r\n`;

const harmless = (cell: Cell) =>
  typeof cell !== "string" ? cell.e164 : FORMULA.includes(cell.charAt(0)) ? `'${cell}` : cell;

/** By this Excel knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** `pages`: rows of cells, or lines as PostgreSQL has made them (csv-line.ts). */
export type CsvFile = {
  name: string;
  header: readonly string[];
  pages: AsyncGenerator<string | readonly (readonly Cell[])[]>;
};

/** A download that is written while it is read: a page is asked for when the one before it has gone out. */
export function csvDownload({ name, header, pages }: CsvFile): Response {
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.encode(BYTE_ORDER_MARK + csvLines([header]))),
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(bytes.encode(typeof value === "string" ? value : csvLines(value)));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

/** "users-2026-10-12.csv": the day is the reader's own. */
export const datedName = (what: string, zone: string, now = new Date()) => `${what}-${dayNow(zone, now)}.csv`;
