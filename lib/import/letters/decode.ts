import { isUtf8 } from "node:buffer";
import { type Alphabet, asKept, windowsBytes } from "../alphabet";

/**
 * A file's text. Where nothing in it says its alphabet, each sign stands for a byte and `alphabet` is the likeliest one:
 * `letterReader` makes letters of them, in that one or in whichever a person chooses. Lines that are UTF-8 among others
 * that are not have their letters already.
 */
export type Text = { text: string; alphabet: Alphabet | null };

/** Text in whichever way a program wrote it: UTF-8, UTF-16 with its mark or without, or an older alphabet. Null for what is none. */
export async function decodeFile(bytes: Uint8Array): Promise<Text | null> {
  const wide = wideText(bytes);
  if (wide !== null) return isText(wide, bytes) ? { text: wide, alphabet: null } : null;
  const utf8 = utf8Text(bytes);
  if (utf8 !== null) return isText(utf8, bytes) ? { text: onceMore(utf8) ?? utf8, alphabet: null } : null;
  const { text, rest } = gluedText(Buffer.from(bytes).toString("latin1"));
  if (!isText(text, bytes)) return null;
  // A model of all languages, which hardly any file needs.
  const { guessAlphabet } = await import("./guess-alphabet");
  return { text, alphabet: guessAlphabet(Buffer.from(rest, "latin1")) };
}

/**
 * Lines of two programs in one file: where half of those with such letters are UTF-8, they are meant to be, and `rest` is
 * what is not. In an older alphabet hardly a line happens to look like it.
 */
function gluedText(bytes: string): { text: string; rest: string } {
  const lines = bytes.split(/(?<=[\r\n])/).map((line) => {
    const isForeign = /[\u0080-\u00ff]/.test(line);
    const signs = Buffer.from(isForeign ? line : "", "latin1");
    return { line, isForeign, read: isUtf8(signs) ? signs.toString() : null };
  });
  const foreign = lines.filter(({ isForeign }) => isForeign);
  const rest = foreign.filter(({ read }) => read === null);
  if (rest.length * 2 > foreign.length) return { text: bytes, rest: bytes };
  return {
    text: lines.map(({ line, read, isForeign }) => (isForeign && read !== null ? asKept(read) : line)).join(""),
    rest: rest.map(({ line }) => line).join(""),
  };
}

/** Whatever is no text holds NUL sooner or later. A single sign of another kind is a matter of its row. */
const isText = (text: string, bytes: Uint8Array) => !text.includes("\0") && !isBinary(bytes) && !MARKUP.test(text);

/** A page or a workbook called .xls, RTF, contact cards, JSON: text, and no list. */
const MARKUP = /^\s*(?:<(?:\?xml|!doctype|html|head|meta|style|table)(?=[\s/>])|\{\\rtf|BEGIN:V|\{\s*"|\[\s*[{["])/i;

/** "MÃ¼ller": UTF-8 that a program took for Windows' letters and wrote as UTF-8. Null for what is as it should be. */
function onceMore(text: string): string | null {
  if (!/[\u00c2-\u00f4][\u0080-\uffff]/.test(text)) return null;
  const bytes = windowsBytes(text);
  return bytes && utf8Text(bytes);
}

/** UTF-16: by its mark, or by the zeros that half of its bytes are where the signs are plain ones. Null for what is none. */
export function wideText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, 10_000).includes(0)) return null;
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 10_000).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const few = Math.min(even, odd) * 10 < Math.max(even, odd);
  if (!few || Math.max(even, odd) < Math.min(bytes.length, 10_000) / 8 || Math.max(even, odd) < 4) return null;
  return new TextDecoder(even > odd ? "utf-16be" : "utf-16le").decode(bytes);
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How PDF, ZIP (so also XLSX), PNG, GIF, JPEG, gzip and the old XLS begin. */
const BINARY = ["25504446", "504b0304", "89504e47", "47494638", "ffd8ff", "1f8b08", "d0cf11e0"];

function isBinary(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return BINARY.some((known) => beginning.startsWith(known));
}
