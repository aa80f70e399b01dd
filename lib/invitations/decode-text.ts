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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds them; spreadsheets, pictures and PDFs do
  return /[\u0000-\u0008\u000e-\u001a]/.test(text) || text.startsWith("%PDF") ? null : text;
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
