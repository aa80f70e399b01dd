import * as fields from "../fields";
import { asciiAddress } from "../text/address";
import { visible } from "../text/invisible";

/** "smtp:old@x.example+SMTP:ana@x.example" (the capitals are the main one), "ana@x.example ::: ana@home.example" */
const severalOf = (cell: string) =>
  /smtp:/i.test(cell)
    ? cell
        .split(/(?<![+;,\s])[+;,\s]+(?=[a-z0-9]+:)/i)
        .sort((a, b) => Number(b.trim().startsWith("SMTP:")) - Number(a.trim().startsWith("SMTP:")))
        .map((each) => each.trim().replace(/^smtp:/i, ""))
    : cell.split(" ::: ");

/** `Cy Young <cy@cedar.example>`, `cy@cedar.example (Cy Young)`, `Cy Young (cy@cedar.example)` */
const BESIDE = [
  /^(.*?)[<[(]\s*(?:mailto:)?([^\s<>()[\]@]+@[^\s<>()[\]@]+)\s*[>\])]$/s,
  /^(?:mailto:)?([^\s@]+@[^\s@]+)\s+\((.*)\)$/s,
];

/** "mailto:ana@x.example?subject=Hi" */
const ofLink = (written: string) => written.replace(/^mailto:([^?]*)(?:\?.*)?$/is, "$1");

/** "ana_silva_partner.example#EXT#@cedar.example": a guest, as Entra writes an address into its own. */
const ofGuest = (written: string) => written.replace(/^([^\s@]+)_([^\s@_#]+)#EXT#@[^\s@]+$/i, "$1@$2");

/** What copying leaves around an address: quotation marks, brackets, a full stop. */
export const bare = (written: string) =>
  ofGuest(ofLink(visible(written))).replace(
    /^(?:mailto:|['"“<([{])+|(?<![.,:;!?'"”>)\]}。])[.,:;!?'"”>)\]}。]+$/gi,
    "",
  );

/** `several`: so many addresses stand in the cell, of which it is the first. */
type AddressIn = { email: string; name: string; isAddress: boolean; several?: number; problem?: string };

/** The address in a cell, as it stands there or with a name beside it. Empty where there is none: what was typed stays. */
export function addressIn(cell: string): AddressIn {
  const plain = asciiAddress(cell);
  if (plain !== null) return { email: plain, name: "", isAddress: true };
  const [typed = ""] = severalOf(visible(cell).trim());
  const isShort = typed.length <= LONGEST;
  const one = isShort ? (oneIn(typed) ?? firstOf(typed, /[;|]/) ?? firstOf(typed, /[\s,;|/]+/)) : null;
  if (one) return one;
  const whole = fields.email.safeParse(typed);
  return { email: typed, name: "", isAddress: false, problem: whole.error?.issues[0]?.message ?? "" };
}

function oneIn(typed: string): AddressIn | null {
  for (const text of [ofLink(typed), bare(typed)]) {
    const whole = fields.email.safeParse(text);
    if (whole.success) return { email: whole.data, name: "", isAddress: true };
  }
  for (const [at, way] of BESIDE.entries()) {
    const [, one = "", two = ""] = way.exec(typed) ?? [];
    const [name, address] = at === 0 ? [one, two] : [two, one];
    const beside = fields.email.safeParse(address);
    const words = nameOf(name.replace(REMARKED, ""));
    if (beside.success && !holdsAddress(words)) return { email: beside.data, name: words, isAddress: true };
    // An address in the place of a name, as mail programs show who is in no address book.
    if (beside.success && !/\s/.test(words)) return { email: beside.data, name: "", isAddress: true };
  }
  return null;
}

/** Of several: whatever has an @ is one. */
function firstOf(typed: string, between: RegExp): AddressIn | null {
  const parts = typed.split(between).flatMap((part) => (part.includes("@") ? [oneIn(part.trim())] : []));
  const [first] = parts;
  if (!first || parts.includes(null)) return null;
  const several = new Set(parts.map((part) => part?.email.toLowerCase())).size;
  if (parts.length === 1) return /[;|,]\s*$/.test(typed) ? first : null;
  return several === 1 ? first : { ...first, several };
}

/** Of a cell that holds addresses and names. */
const LONGEST = 2000;

/** "Ana Silva (ana@old.example)" */
const REMARKED = /\([^\s()@]*@[^\s()@]*\)/g;

/** Not a mere sign: "Ana Silva @ Acme". */
export const holdsAddress = (words: string) => /[^\s@＠][@＠][^\s@＠]/.test(words);

const nameOf = (text: string) =>
  text
    .trim()
    .replace(/^["“'](.*)["”']$/s, "$1")
    .trim();

/** Nothing, or what people and programs write in its place: "n/a"; Exchange has a path of its own there, "/o=Cedar/cn=bo". */
export const isNoAddress = (cell: string) =>
  cell === "" || (cell.length < 20 && NONE.test(cell)) || /^\/o=/i.test(cell);

const NONE =
  /^\(?(?:[-–—./?]+|#?n\/?a|#?nv|none|no email|null|nil|blank|empty|unknown|undefined|k\.? ?a\.?|keine?|leer|unbekannt|ninguno|aucune?|nenhum|sem email)\)?$/i;

/** Quicker than reading it; as sure as it needs to be to tell columns from each other. */
export const looksLikeAddress = (cell: string) =>
  cell.includes("@") && /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>().]/.test(cell);
