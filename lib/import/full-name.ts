import { wordsOf } from "./heading";

export type SplitName = { firstName: string; lastName: string };

/** Small words that begin a last name: "de la Cruz", "van der Berg". */
const PARTICLES = new Set(
  "de del della delle dei di da das do dos du des la las le los van von vom zu zum zur der den ten ter te bin bint ibn al el af av ap ben st st. y e".split(
    " ",
  ),
);

const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|sr|sra|srta|m|mme|mlle|don|doña|dona)\.\s+|^(?:mr|mrs|ms|dr|prof|herrn?|frau)\s+(?=\S+\s+\S)/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)\.?$/i;
/** Of these, what belongs to the name. */
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * "Silva, Ana" and "Ana Silva" are the same person; "Ana de la Cruz" is Ana. One word is a first name. `lastFirst`: how
 * the heading says that names stand without a comma.
 */
export function splitFullName(text: string, { lastFirst = false } = {}): SplitName {
  const clean = text.replace(/\s+/g, " ").replace(HONORIFIC, "").trim();
  const [before = "", ...after] = clean.split(/\s*[,،，]\s*/u);
  if (after.length > 0 && after.some((part) => part !== "" && !SUFFIX.test(part))) {
    const parts = after.filter((part) => part !== "");
    const suffix = parts.filter((part) => SUFFIX.test(part));
    const first = parts.filter((part) => !SUFFIX.test(part)).join(" ");
    return { firstName: first, lastName: [before, ...suffix].join(" ").trim() };
  }
  if (after.length > 0 && after.every((part) => part === "")) return { firstName: "", lastName: before };
  const words = [...before.split(" "), ...after.filter((part) => GENERATION.test(part))].filter((word) => word !== "");
  if (words.length < 2) return { firstName: words.join(""), lastName: "" };
  if (lastFirst || isParticle(words[0] ?? "")) return lastNameFirst(words);
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isParticle(word));
  const at = particle === -1 ? 1 : particle;
  return { firstName: words.slice(0, at).join(" "), lastName: words.slice(at).join(" ") };
}

const isParticle = (word: string) => PARTICLES.has(word);

const isShouted = (word: string) => /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

/** "DUPONT Marie", "van der Berg Jan", "García López María": shouted words and small ones belong to the last name. */
function lastNameFirst(words: readonly string[]): SplitName {
  const shouted = words.findIndex((word) => !isShouted(word) && !PARTICLES.has(word.toLowerCase()));
  const hasShouted = words.some(isShouted);
  const at = hasShouted && shouted > 0 ? shouted : words.length - 1;
  return { firstName: words.slice(at).join(" "), lastName: words.slice(0, at).join(" ") };
}

/** "Apellidos y nombre", "Nom Prénom", "Nachname, Vorname", "Last name First name": which comes first. */
export function isLastFirst(heading: string): boolean {
  const words = wordsOf(heading);
  const last = words.findIndex((word) => LAST.has(word) || (word === "name" && words.includes("vorname")));
  const first = words.findIndex((word) => FIRST.has(word));
  if (last === -1 || first === -1) return false;
  return last < first;
}

/** "DUPONT Marie", "LE GOFF Yann": a list that shouts last names and has them first, whatever its heading. */
export function areShoutedFirst(names: readonly string[]): boolean {
  const told = names.map((name) => name.split(/\s+/)).filter((words) => words.length > 1);
  const shouted = told.filter(
    (words) =>
      isShouted(words[0] ?? "") &&
      words.some((word) => word.length > 2 && isShouted(word)) &&
      !isShouted(words.at(-1) ?? ""),
  );
  return shouted.length > 0 && shouted.length * 2 >= told.length;
}

const LAST = new Set(
  "last surname family nachname familienname zuname nom apellido apellidos sobrenome apelido cognome".split(" "),
);
const FIRST = new Set("first given forename vorname prenom nombre nombres nome prenoms".split(" "));
