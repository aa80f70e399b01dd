/**
 * "=?UTF-8?Q?J=C3=BCrgen?=" is Jürgen, as the head of a letter has him (RFC 2047). Several beside each other are one text.
 * What was written so is a name: in it stands nothing that makes an address or another person of it. `keep`: how what one
 * says stands in the text. What nobody can read stays.
 */
export function plainWords(text: string, keep = (words: string) => words): string {
  if (!text.includes("=?")) return text;
  return text.replace(RUN, (run) => {
    const words = [...run.matchAll(WORD)].map(([, charset = "", way = "", signs = ""]) => ({
      charset: charset.replace(/\*.*$/s, "").toLowerCase(),
      bytes: bytesOf(way, signs),
    }));
    // A letter may begin in one of them and end in the next.
    const whole: { charset: string; bytes: Buffer }[] = [];
    for (const word of words) {
      const last = whole.at(-1);
      if (last?.charset === word.charset) last.bytes = Buffer.concat([last.bytes, word.bytes]);
      else whole.push(word);
    }
    const read = whole.map(({ charset, bytes }) => lettersOf(charset, bytes));
    return read.includes(null) ? run : keep(read.join("").replace(NO_NAMES, " ").trim());
  });
}

/** A comma stands in "Silva, Ana". */
const NO_NAMES = /[\p{Cc}\p{Zl}\p{Zp}@＠﹫<>＜＞"“”„;；؛|]+/gu;

const ONE = String.raw`=\?([\w*.:-]{1,40})\?([bq])\?([^?\r\n]{0,400})\?=`;
const WORD = new RegExp(ONE, "gi");
/** More of them nobody's name has. */
const RUN = new RegExp(`${ONE}(?:\\s{1,4}${ONE}){0,20}`, "gi");

function bytesOf(way: string, signs: string): Buffer {
  if (way.toLowerCase() === "b") return Buffer.from(signs, "base64");
  const bytes = signs
    .replaceAll("_", " ")
    .replace(/[^\0-\u007f]+/g, (letters) => Buffer.from(letters).toString("latin1"))
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1");
}

function lettersOf(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    // An alphabet that nobody knows, or bytes that are none of its letters.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
