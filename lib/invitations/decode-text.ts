/**
 * A file's text, in whichever way a spreadsheet program wrote it: UTF-8, UTF-16 with its mark, or, where it is no UTF-8,
 * the letters of Windows. Null for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const text =
    first === 0xff && second === 0xfe
      ? new TextDecoder("utf-16le").decode(bytes)
      : first === 0xfe && second === 0xff
        ? new TextDecoder("utf-16be").decode(bytes)
        : decodeBytes(bytes);
  // Whatever is no text holds NUL sooner or later. A single sign of another kind is a matter of its row.
  return text.includes("\0") || isBinary(bytes) ? null : text;
}

/** How PDF, ZIP (so also XLSX), PNG, GIF, JPEG, gzip and the old XLS begin. */
const BINARY = ["25504446", "504b0304", "89504e47", "47494638", "ffd8ff", "1f8b08", "d0cf11e0"];

function isBinary(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return BINARY.some((known) => beginning.startsWith(known));
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}

/** What Windows has where Latin 1 has control characters: Node's decoder, in some versions, knows no difference. */
const WINDOWS = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];
