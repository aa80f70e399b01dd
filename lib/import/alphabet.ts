import { cleanCell } from "./cell";

/** The alphabets that old programs write in, by the name that a decoder knows, with what people call them. */
export const alphabets = {
  "windows-1252": "Western European (Windows)",
  macintosh: "Western European (Mac)",
  ibm850: "Western European (DOS)",
  "windows-1250": "Central European (Windows)",
  "iso-8859-2": "Central European (ISO)",
  ibm852: "Central European (DOS)",
  "windows-1251": "Cyrillic (Windows)",
  "koi8-r": "Cyrillic (KOI8-R)",
  "iso-8859-5": "Cyrillic (ISO)",
  ibm866: "Cyrillic (DOS)",
  "x-mac-cyrillic": "Cyrillic (Mac)",
  "windows-1253": "Greek",
  "windows-1254": "Turkish",
  "windows-1255": "Hebrew",
  "windows-1256": "Arabic",
  "windows-1257": "Baltic",
  shift_jis: "Japanese (Shift-JIS)",
  "euc-jp": "Japanese (EUC)",
  gb18030: "Chinese, simplified",
  big5: "Chinese, traditional",
  "euc-kr": "Korean",
} as const;

export type Alphabet = keyof typeof alphabets;

export const allAlphabets = Object.keys(alphabets) as Alphabet[];

/** Letters were kept as bytes, one sign each, until somebody says which alphabet they are in. */
export function letterReader(alphabet: Alphabet | null): (cell: string) => string {
  if (!alphabet) return (cell) => cell;
  const decode = decoderOf(alphabet);
  return (cell) => {
    if (/^[\0-\u00ff]*$/.test(cell)) return cleanCell(/[\u0080-\u00ff]/.test(cell) ? decode(cell) : cell);
    return cleanCell(cell.replace(/[\u0080-\u00ff]+/g, decode).replace(/[\u{10f080}-\u{10f0ff}]/gu, letterOf));
  };
}

export function decoderOf(alphabet: Alphabet): (bytes: string) => string {
  const signs = DOS.get(alphabet);
  if (signs) return (bytes) => bytes.replace(/[\u0080-\u00ff]/g, (byte) => signs[byte.charCodeAt(0) - 0x80] ?? byte);
  const decoder = new TextDecoder(alphabet);
  return (bytes) => windowsSigns(decoder.decode(Buffer.from(bytes, "latin1")));
}

/** What Node has no decoder for: the signs from 128 on. */
const DOS = new Map<Alphabet, string>([
  [
    "ibm850",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´-±‗¾¶§÷¸°¨·¹³²■ ",
  ],
  [
    "ibm852",
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´-˝˛ˇ˘§÷¸°¨˙űŘř■ ",
  ],
]);

/** A letter that could be taken for a byte stands further up, among signs that are nobody's, for `letterReader` to take it back. */
export const asKept = (text: string) =>
  text.replace(/[\u0080-\u00ff]/g, (letter) => String.fromCodePoint(KEPT + letter.charCodeAt(0)));

const KEPT = 0x10f000;

const letterOf = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - KEPT);

/** What Windows has where Latin 1 has control characters: Node's decoder, in some versions, knows no difference. */
const windowsSigns = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);

/** The bytes that Windows keeps a western text in; null where it has other letters, too. */
export function windowsBytes(text: string): Buffer | null {
  const bytes = text.replace(/[\u0100-\uffff]/g, (sign) => BYTES.get(sign) ?? "\u0100");
  return bytes.includes("\u0100") ? null : Buffer.from(bytes, "latin1");
}

const WINDOWS = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

const BYTES = new Map(WINDOWS.map((sign, at) => [sign, String.fromCharCode(0x80 + at)]));
