import { domainToASCII, domainToUnicode } from "node:url";

/** What every mail provider takes before the @: no quoting, no dot at an end or beside another. RFC 5321 allows 64 characters. */
const LOCAL = /^(?=.{1,64}$)(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const MOST = 254;
/** Of a domain in any letters: no longer one comes to as little as that. */
const LONGEST = 2000;

/**
 * One address in the form that is kept and compared: a domain in other letters ("bücher.example") as mail servers know it
 * ("xn--bcher-kva.example"). Null for what is none, or is made to look like another.
 */
export function asciiAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  const [local, typed] = [text.slice(0, at), text.slice(at + 1)];
  const domain = at === -1 || !LOCAL.test(local) ? null : asciiDomain(typed);
  if (domain === null || local.length + 1 + domain.length > MOST) return null;
  return `${local}@${domain}`;
}

/** No label of it in other letters. */
const PLAIN = /^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!xn--)[a-z]{2,63}$/i;

/** The Catalan and the Japanese dot stand between letters, too. */
const NAME = /^[\p{L}\p{M}\p{N}.\-·・]+$/u;

function asciiDomain(typed: string): string | null {
  if (typed.length > LONGEST) return null;
  if (PLAIN.test(typed)) return typed;
  // Node reads a URL's beginning: it would drop tabs and line ends, whatever follows a "/", "?" or "#", and read "%6d".
  if (!NAME.test(typed)) return null;
  const labels = typed.split(".");
  if (labels.length < 2 || labels.includes("")) return null;
  const letters = domainToUnicode(typed.toLowerCase());
  // What can't be read as letters newer Node leaves as it is: no server has such a name.
  if (/(?:^|\.)xn--/.test(letters)) return null;
  const ascii = domainToASCII(letters);
  const isWhole =
    ascii !== "" && ascii.split(".").length === labels.length && ascii.split(".").every((label) => LABEL.test(label));
  if (!isWhole || !/^(?:[a-z]{2,}|xn--.*)$/.test(ascii.split(".").at(-1) ?? "")) return null;
  return isHonest(typed.normalize("NFC").toLowerCase()) && isHonest(letters) ? ascii : null;
}

/** No signs that stand for others (fullwidth letters, the dotless i, other dots), and no two scripts in a word. */
const isHonest = (domain: string) =>
  domain.normalize("NFKC") === domain &&
  !/[\u0131\u3002\uff0e\uff61]/.test(domain) &&
  domain.split(".").every(isOfOneScript);

const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Hebrew",
  "Arabic",
  "Devanagari",
  "Thai",
  "Georgian",
  "Han",
  "Hangul",
];
const TESTS = [
  ...SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, "u")),
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
];

/** East Asian names mix their own scripts. */
function isOfOneScript(label: string): boolean {
  const found = TESTS.filter((script) => script.test(label)).length;
  const isAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{N}ー-]+$/u.test(label);
  return found <= 1 || isAsian;
}

/** Letters of other alphabets that nobody tells from Latin ones. */
const LOOK_ALIKE = /^[аеорсухіјѕһԁԛԝӏүνοαριօսհո\d-]+$/u;

/** An address as people write it, where its letters can't be taken for others. */
export function shownAddress(email: string): string {
  if (!/@(?:.*\.)?xn--/i.test(email)) return email;
  const [local = "", domain = ""] = email.split("@");
  const letters = domainToUnicode(domain.toLowerCase());
  const isSafe = isHonest(letters) && letters.split(".").every((label) => !/[^a-z\d-]/.test(label) || isTold(label));
  return isSafe ? `${local}@${letters}` : email;
}

/** In an alphabet that we know, and not to be taken for Latin letters. */
const isTold = (label: string) => TESTS.some((script) => script.test(label)) && !LOOK_ALIKE.test(label);

/** What somebody looks for, as an address is kept, where it has other letters: "info@bücher" is "info@xn--bcher-kva". */
export function asKept(word: string): string | null {
  const at = word.lastIndexOf("@") + 1;
  const letters = word.slice(at);
  const domain = /^[\p{L}\p{M}\p{N}.-]+$/u.test(letters) ? domainToASCII(letters) : "";
  return /(?:^|\.)xn--/.test(domain) && domain !== letters ? word.slice(0, at) + domain : null;
}
