import { fold, wordsOf } from "./heading";

export type SplitName = { firstName: string; lastName: string };

/** A part of a name, or the whole, and the column where it is taken from in a row that has none before. */
export const otherNames = {
  firstName: { field: "otherFirstName", label: "Other First Name" },
  lastName: { field: "otherLastName", label: "Other Last Name" },
  fullName: { field: "otherFullName", label: "Other Full Name" },
} as const;

const NO_NAME = /^(?:[-–—_./?*]*|#(?:n\/a|ref!|name\?|value!|div\/0!|null!|nv|bezug!)|\(null\)|\(?n ?\/ ?a\)?\.?)$/i;

/** What nobody is called, wherever it stands: nothing, mere signs, "N/A", and what spreadsheets have there. */
export const isNoName = (cell: string) => NO_NAME.test(cell);

const WORDS_FOR_NONE = [
  String.raw`n ?/ ?[cd]|[nk]\. ?a\.?|n\. ?d\.?|s/o|s\. ?o\.?|idem|tb[ad]|null|undefined|true|false`,
  "none|no (?:other |preferred |legal |chosen )?name|not (?:applicable|provided|given|available|known|set|specified)|same(?: (?:as|name|here|one|above|legal)(?: .*)?)?|as (?:above|legal)(?: .*)?|see (?:above|legal)(?: .*)?|ditto|unknown|yes|no",
  "keine[rs]?|keine? (?:angaben?|anderer|.*name)|entfallt|nicht (?:vorhanden|zutreffend|bekannt)|(?:wie|siehe) (?:oben|.*name)|gleich(?:er)?(?: (?:wie .*|name))?|derselbe|identisch|unverandert|dito|unbekannt|ja|nein",
  "ningun[oa]|no (?:aplica|tiene|procede|hay|corresponde)|(?:el|la) mism[oa](?: .*)?|mism[oa](?: (?:que|nombre|apellido)(?: .*)?)?|igual(?: (?:que|al?|ao) .*)?|sin (?:nombre|apellidos?)(?: .*)?|desconocid[oa]",
  "aucune?(?: nom| prenom)?|neant|sans objet|non (?:applicable|renseignee?|concernee?)|(?:le|la) meme(?: .*)?|meme (?:nom|prenom|que)(?: .*)?|identique(?: .*)?|inconnue?|oui|non",
  "nenhuma?|nao(?: (?:aplicavel|se aplica|tem|possui|ha|informad[oa]|consta))?|[oa] mesm[oa](?: .*)?|mesm[oa](?: (?:que|nome)(?: .*)?)?|sem (?:nome|sobrenome|apelido)(?: .*)?|desconhecid[oa]|sim",
  String.raw`geen(?: .*)?|n\.?v\.?t\.?|niet van toepassing|(?:het)?zelfde|onbekend`,
];
const WORD_FOR_NONE = new RegExp(String.raw`^\(?(?:${WORDS_FOR_NONE.join("|")})\)?\.?$`, "i");
/** As they are written: "Na" and "Si" are names. */
const AS_WRITTEN = /^(?:NA|na|[Ss]í|SÍ)$/;

/** That, and words for none, "same as legal", "keine", "No": people are called "Ditto" and "K.A.", so it is none only beside another name. */
export const mayBeNoName = (cell: string) =>
  isNoName(cell) ||
  AS_WRITTEN.test(cell) ||
  (cell.length < 60 && WORD_FOR_NONE.test(/^[ -~]*$/.test(cell) ? cell : fold(cell)));

/** Whether a cell names somebody, and another one does not, or in what may be a word for none. */
export const namesRather = (cell: string, other: string) =>
  !isNoName(cell) && (isNoName(other) || (mayBeNoName(other) && !mayBeNoName(cell)));

/** Of a row: the cell of a whole name, in one piece; "" for "same as legal" where another of its cells has a name. */
export function wholeNameIn(cell: (field: string) => string, field: WholeName): string {
  const name = cell(field);
  const isNone = name.includes(" ") && mayBeNoName(name) && NAMES.some((each) => !mayBeNoName(cell(each)));
  return isNone || isNoName(name) ? "" : name;
}

type WholeName = "fullName" | typeof otherNames.fullName.field;
const NAMES = Object.entries(otherNames).flatMap(([kind, { field }]) => [kind, field]);

/** Small words that begin a last name: "de la Cruz", "van der Berg". */
const PARTICLES = new Set(
  "de del della delle dei di da das do dos du des la las le los van von vom zu zum zur der den ten ter te bin bint ibn al el af av ap ben st st. y e".split(
    " ",
  ),
);

/** "Frau Prof. Dr. Zoë Müller" */
const HONORIFIC =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|sr|sra|srta|m|mme|mlle|don|doña|dona)\.\s+|(?:mr|mrs|ms|dr|prof|herrn?|frau)\s+(?=\S+\s+\S))+/i;
/** "Ana Silva (she/her)" */
const PRONOUNS = /\s*\((?:she|he|they|ze|sie|er|elle|il|ella|él|ela|ele)\s*\/[^()]{1,30}\)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq|mba|cpa|rn|dds|dmd|pmp|jd|dvm|pharmd|bsn|msn|msc|bsc)\.?$/i;
/** Of these, what belongs to the name. */
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** In which order names without a comma stand: "shoutedFirst" where shouted last names do, and nobody else's. */
export type NameOrder = "firstLast" | "lastFirst" | "shoutedFirst";

/** "Silva, Ana" and "Ana Silva" are the same person; "Ana de la Cruz" and "Ana María RUIZ" are Ana. One word is a first name. */
export function splitFullName(text: string, order: NameOrder = "firstLast"): SplitName {
  const clean = text.replace(/\s+/g, " ").replace(HONORIFIC, "").replace(PRONOUNS, "").trim();
  const [before = "", ...after] = clean.split(/\s*[,;،，；]\s*/u);
  if (after.length > 0 && after.some((part) => part !== "" && !SUFFIX.test(part))) {
    const parts = after.filter((part) => part !== "");
    const suffix = parts.filter((part) => SUFFIX.test(part));
    const first = parts
      .filter((part) => !SUFFIX.test(part))
      .join(" ")
      .replace(HONORIFIC, "");
    return { firstName: first, lastName: [before, ...suffix].join(" ").trim() };
  }
  if (after.length > 0 && after.every((part) => part === "")) return { firstName: "", lastName: before };
  const words = [...before.split(" "), ...after.filter((part) => GENERATION.test(part))].filter((word) => word !== "");
  if (words.length < 2) return { firstName: words.join(""), lastName: "" };
  const isReversed = order === "lastFirst" || (order === "shoutedFirst" && isShoutedFirst(words));
  if (isReversed || isParticle(words[0] ?? "")) return lastNameFirst(words);
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isParticle(word));
  const at = particle === -1 ? Math.max(1, shoutedBehind(words)) : particle;
  return { firstName: words.slice(0, at).join(" "), lastName: words.slice(at).join(" ") };
}

const isParticle = (word: string) => PARTICLES.has(word);

const isShouted = (word: string) => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

/** Where a shouted last name begins that ends a name; -1 where none does. Three letters may be anything: "CEO". */
function shoutedBehind(words: readonly string[]): number {
  const before = words.findLastIndex((word) => !/^[\p{Lu}\p{M}'’-]{2,}$/u.test(word));
  const isName = words.slice(before + 1).some((word) => word.length > 3);
  return isName && !isShouted(words[0] ?? "") ? before + 1 : -1;
}

/** "DUPONT Marie", "van der Berg Jan", "García López María": shouted words and small ones belong to the last name. */
function lastNameFirst(words: readonly string[]): SplitName {
  const shouted = words.findIndex((word) => !isShouted(word) && !PARTICLES.has(word.toLowerCase()));
  const hasShouted = words.some(isShouted);
  const at = hasShouted && shouted > 0 ? shouted : words.length - 1;
  return { firstName: words.slice(at).join(" "), lastName: words.slice(0, at).join(" ") };
}

/** "Apellidos y nombre", "Nom Prénom", "Nachname, Vorname", "Last name First name": which comes first. */
function isLastFirst(heading: string): boolean {
  const words = wordsOf(heading);
  const last = words.findIndex((word) => LAST.has(word) || (word === "name" && words.includes("vorname")));
  const first = words.findIndex((word) => FIRST.has(word));
  if (last === -1 || first === -1) return false;
  return last < first;
}

/** Not "JP Smith". */
const isShoutedFirst = (words: readonly string[]) =>
  isShouted(words[0] ?? "") &&
  words.some((word) => word.length > 2 && isShouted(word)) &&
  !isShouted(words.at(-1) ?? "");

/**
 * How the names of a list stand: as their heading says, or by all of them and their addresses. "DUPONT Marie" and "LE GOFF
 * Yann" are a list that shouts last names; "MARIA Lopez" alone is somebody who held a key, unless an address tells.
 */
export function orderOfNames(heading: string, names: readonly string[], addressOf: (nth: number) => string): NameOrder {
  if (isLastFirst(heading)) return "lastFirst";
  const told = names.map((name, nth) => ({ nth, words: name.split(/\s+/) })).filter(({ words }) => words.length > 1);
  const shouted = told.filter(({ words }) => isShoutedFirst(words));
  if (shouted.length * 2 < told.length) return "firstLast";
  const balance = shouted.reduce((sum, { nth, words }) => sum + lastFirstBy(addressOf(nth), words), 0);
  return balance > 0 || (balance === 0 && shouted.length > 1) ? "shoutedFirst" : "firstLast";
}

/** 1: the address says that the last name stands first, as marie.dupont, mdupont or marie for "DUPONT Marie"; -1: the first. */
function lastFirstBy(address: string, words: readonly string[]): -1 | 0 | 1 {
  const split = lastNameFirst(words);
  const [shouted, other] = [split.lastName, split.firstName.split(" ")[0] ?? ""].map(plain);
  if (!shouted || !other) return 0;
  const local = plain(address.split("@")[0] ?? "");
  if (local === other + shouted || local === other || local === `${other[0]}${shouted}`) return 1;
  return local === `${shouted[0]}${other}` ? -1 : 0;
}

const plain = (text: string) => fold(text).replace(/[^\p{L}]/gu, "");

const LAST = new Set(
  "last surname family nachname familienname zuname nom apellido apellidos sobrenome apelido cognome".split(" "),
);
const FIRST = new Set("first given forename vorname prenom nombre nombres nome prenoms".split(" "));

/** What is missing in a name, from the others. */
export const filledName = (name: SplitName, others: readonly SplitName[]): SplitName =>
  others.reduce(({ firstName, lastName }, other) => {
    const first = nameOr(firstName, without(other.firstName, lastName));
    const kept = first === firstName ? firstName : "";
    return { firstName: first, lastName: nameOr(lastName, without(other.lastName, kept)) };
  }, name);

const nameOr = (name: string, other: string) => (namesRather(other, name) ? other : name);

/** Whether both parts may be words for none. */
export const mayBeNobody = ({ firstName, lastName }: SplitName) => mayBeNoName(firstName) && mayBeNoName(lastName);

const without = (words: string, others: string) => {
  const said = new Set(others.toLowerCase().split(" "));
  return words
    .split(" ")
    .filter((word) => !said.has(word.toLowerCase()))
    .join(" ");
};
