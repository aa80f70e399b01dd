import { visible } from "../text/invisible";

/** On one line, and without what keeps spreadsheet programs from calculating: an apostrophe, as our own files have it, or ="0415". */
export const cleanCell = (cell: string) => (PLAIN.test(cell) && !cell.startsWith("=") ? cell : cleaned(cell));

/** Most cells are like that, and there are hundreds of thousands of them. */
const PLAIN = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;

const cleaned = (cell: string) =>
  visible(cell).trim() === ""
    ? ""
    : cell
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .replace(/^="([^"]*)"$/, "$1")
        .replace(/^=HYPERLINK\("[^"]*"[,;] ?"([^"]*)"\)$/i, "$1")
        .replace(/^'(?=[=+\-@＝＋－＠])/, "");

/** What can be said of a cell whose signs are still bytes: in some alphabets any high one is a part of a letter. */
export const cleanBytes = (cell: string) => cell.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, "");

/** What stands between cells. */
export const SIGNS = [",", ";", "\t", "|"];

const QUOTED = /^\s*(?:[“„\u0084\u0093][^"]*[”“\u0093\u0094]|'[^'"]*')\s*$/;

/** Cells in quotation marks as a text processor or a programmer has them: “Ana”,“Silva”. Windows has such marks as bytes. */
export function plainQuotes(text: string): string {
  const [first = ""] = text.trimStart().split("\n", 1);
  const sign = SIGNS.find((each) => first.includes(each));
  if (!sign || !first.split(sign).every((cell) => QUOTED.test(cell)) || text.includes('"')) return text;
  const marks = first.trimStart().startsWith("'") ? "'" : "“”„\u0084\u0093\u0094";
  const ends = new RegExp(`(?<=^|[${sign}]) {0,3}[${marks}]|[${marks}] {0,3}(?=$|[${sign}])`, "gm");
  return text.replace(ends, '"');
}
