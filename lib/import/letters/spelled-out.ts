import { addressIn } from "../address-in";
import { plainWords } from "./encoded-words";

/**
 * Text without what pages and people put in place of signs: "&lt;ana@x.example&gt;", "ana [at] x [dot] example",
 * "{ana,bo}@x.example", so that whoever reads on finds addresses and names. Of a file it makes no comma,
 * semicolon or bar.
 */
export function spelledOut(text: string, { isFile = false } = {}): string {
  const signs = signsIn(text, isFile ? (sign) => (BETWEEN.test(sign) ? " " : sign) : undefined);
  // Last, so that nothing in a name is taken for a sign or an address in disguise.
  return namesIn(plainDisguises(linksIn(signs, isFile ? " " : "\n")));
}

/** A name of a letter's head may stand in quotation marks, although its standard forbids it. */
const namesIn = (text: string) =>
  text.includes("=?") ? plainWords(text.replace(/"(=\?[^"\r\n]{1,2000}\?=)"/g, "$1"), asName) : text;

/** In quotation marks where it holds what stands between people. */
const asName = (words: string) => (/[,،、，]/.test(words) ? `"${words}"` : words);

export const BETWEEN = /[,;|]/;

/** "Jos&eacute;". `keep`: how a sign stands in the text. One that was written twice ("&amp;lt;") takes two turns. */
export function signsIn(text: string, keep = (sign: string) => sign): string {
  if (!text.includes("&")) return text;
  const sign = (...found: Found) => (signOf(...found) === found[0] ? found[0] : keep(signOf(...found)));
  return text.replace(ENTITY, sign).replace(ENTITY, sign);
}

/** `<a href="mailto:ana@x.example">Ana Silva</a>`, where it was copied with the page around it. */
const linksIn = (text: string, lineEnd: string) =>
  LINK.test(text) || TAG.test(text) ? text.replace(LINKS, linkOf).replace(BREAKS, lineEnd).replace(TAGS, " ") : text;

function plainDisguises(text: string): string {
  const linked = text.includes("%40") ? text.replace(/(?<=[\w.+-])%40(?=[\w-]+\.)/g, "@") : text;
  const plain = hasDisguised(linked) ? linked.replace(/.+/g, undisguised) : linked;
  return plain.includes("}@") ? eachOf(plain) : plain;
}

/** What is disguised in a cell, and nothing else, is an address; everything else stays as somebody typed it. */
export function plainAddress(cell: string): string {
  const plain = plainDisguises(linksIn(cell, " ")).trim();
  return plain !== cell && addressIn(plain).isAddress ? plain : cell;
}

/** What HTML has for a sign: by its number, or by its name. */
const NAME =
  "&(?:#(\\d{1,7})|#x([\\da-f]{1,6})|(lt|gt|amp|quot|apos|nbsp|commat|period|lpar|rpar|szlig|[ao]elig|oslash)|([a-z])(acute|grave|circ|tilde|uml|cedil|ring|caron))";
const ENTITY = new RegExp(`${NAME};`, "gi");

/** All of one but its end, maybe one that was written twice. */
export const BEGUN = new RegExp(`${NAME.replace("&", "&(?:amp;)?")}$`, "i");

const NAMED: Readonly<Record<string, string>> = {
  ...{ lt: "<", gt: ">", amp: "&", quot: "'", apos: "'", nbsp: " ", commat: "@", period: ".", lpar: "(", rpar: ")" },
  ...{ szlig: "ß", aelig: "æ", oelig: "œ", oslash: "ø", AElig: "Æ", OElig: "Œ", Oslash: "Ø" },
};

const MARKS: Readonly<Record<string, string>> = {
  ...{ acute: "\u0301", grave: "\u0300", circ: "\u0302", tilde: "\u0303" },
  ...{ uml: "\u0308", cedil: "\u0327", ring: "\u030a", caron: "\u030c" },
};

type Found = [entity: string, ...groups: (string | undefined)[]];

function signOf(...[entity, decimal, hex, name, letter, mark]: Found): string {
  if (letter && mark) return (letter + MARKS[mark.toLowerCase()]).normalize("NFC");
  if (name) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? entity;
  const point = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  const isSign = point >= 32 && point <= 0x10ffff && !(point >= 0x7f && point < 0xa0) && !(point >> 11 === 27);
  // What quotes a cell is the file's own.
  return isSign ? String.fromCodePoint(point).replace('"', "'") : entity;
}

/** What a page is made of. */
const LINK = /<a\s[^<>]{0,200}mailto:/i;
const TAG = /<(?:p|div|br|li|td|span)(?:\s[^<>]{0,500})?\/?>/i;
const LINKS = /<a\s[^<>]{0,200}?mailto:([^"'?<>\s]{1,320})[^<>]{0,500}>([^<>]{0,300})<\/a>/gi;
const BREAKS = /<\/?(?:p|div|br|li|tr)(?:\s[^<>]{0,500})?\/?>/gi;
const TAGS = /<\/?(?:span|b|i|strong|em|ul|ol|td|th|table|tbody|thead|html|body)(?:\s[^<>]{0,500})?>/gi;

const linkOf = (_: string, address: string, words: string) => (words.includes("@") ? address : `${words} <${address}>`);

const AT = String.raw`\s{0,3}[[({<]\s{0,3}(?:@|at|a t|ät|æt|arroba|arobase|chiocciola)\s{0,3}[\])}>]\s{0,3}`;
const DOT = String.raw`\s{0,3}[[({<]\s{0,3}(?:\.|dot|punkt|punto|point|ponto)\s{0,3}[\])}>]\s{0,3}`;
const WORD = String.raw`[\p{L}\d_+'-]{1,64}`;
const BRACKETED = new RegExp(`${AT}|${DOT}`, "i");
const IN_WORDS = / at [^\s@]{1,64} dot /i;

/** From a word's beginning on, so that long ones are not begun again at each of their signs. */
const DISGUISED = new RegExp(
  String.raw`(?<![\p{L}\d_+'.-])${WORD}(?:(?:\.|${DOT})${WORD}){0,8}(?:${AT}${WORD}(?:(?:\.|${DOT}| dot )${WORD}){1,8}|@${WORD}(?:\.${WORD}){0,8}${DOT}${WORD}(?:(?:\.|${DOT})${WORD}){0,8}| at ${WORD}(?: dot ${WORD}){1,8})`,
  "giu",
);

const IS_AT = new RegExp(`${AT}| at `, "iu");
const IS_DOT = new RegExp(`${DOT}| dot `, "giu");

const hasDisguised = (text: string) => BRACKETED.test(text) || IN_WORDS.test(text);

const undisguised = (line: string) => (hasDisguised(line) ? line.replace(DISGUISED, addressOf) : line);

const addressOf = (disguised: string) => disguised.replace(IS_AT, "@").replace(IS_DOT, ".");

/** More than so many, or longer ones, nobody writes so. */
const MOST = 1000;
const TOGETHER = /\{([^{}@\n]{1,200})\}@([\p{L}\d-]{1,64}(?:\.[\p{L}\d-]{1,64}){1,6})/gu;

/** "{ana,bo}@x.example" */
function eachOf(text: string): string {
  let left = MOST;
  return text.replace(TOGETHER, (together, names: string, domain: string) => {
    if (left-- <= 0) return together;
    return names
      .split(/[\s,;|]+/)
      .filter((name) => name !== "")
      .map((name) => `${name}@${domain}`)
      .join(" ");
  });
}
