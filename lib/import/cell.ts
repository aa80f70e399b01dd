import { visible } from "../text/invisible";

/** On one line, and without the apostrophe that keeps spreadsheet programs from calculating; our own files have it. */
export const cleanCell = (cell: string) => (PLAIN.test(cell) ? cell : cleaned(cell));

/** Most cells are like that, and there are hundreds of thousands of them. */
const PLAIN = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;

const cleaned = (cell: string) =>
  visible(cell).trim() === ""
    ? ""
    : cell
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .replace(/^'(?=[=+\-@＝＋－＠])/, "");

/** What can be said of a cell whose signs are still bytes: in some alphabets any high one is a part of a letter. */
export const cleanBytes = (cell: string) => cell.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
