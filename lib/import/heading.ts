import { visible } from "../text/invisible";

/** What a heading says about itself, not about its column. */
const NOISE = new Set(
  "required optional mandatory read only pflichtfeld erforderlich requis requise requerido requerida obligatorio obligatoire facultatif opcional obrigatorio the of a an to s for your their our in de del la el los las le les des du da do das dos der die und y et e i and d invite invitee"
    .split(" ")
    .concat("person", "people"),
);

/** Marks go, so that "Prénom" and "Prenom" are one word; so do the letters that a keyboard lacks. */
export const fold = (text: string) =>
  visible(text)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .trim();

/** "givenName", "given_name", "Given Name [Required]" and "GIVEN NAME*" are the words "given name". */
export function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const joined = fold(apart)
    .replace(/\be[\s\-‐-―_.]?mail/g, "email")
    .replace(/\bmail[\s\-‐-―]?adress/g, "email adress");
  const words = joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !NOISE.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

const BRACKET = /\[([^[\]]*)\]|\(([^()]*)\)/g;

/** A heading's ways to say it: the whole, what stands outside of brackets, and what stands in them. */
export function waysOf(heading: string): string[][] {
  const inside = [...heading.matchAll(BRACKET)].map(([, square, round]) => square ?? round ?? "");
  const ways = [heading, heading.replace(BRACKET, " "), ...inside, heading.toLowerCase()].map(wordsOf);
  return ways.filter((words) => words.length > 0);
}

/** One spelling for what people would call the same heading. */
export const headingKey = (heading: string) => wordsOf(heading).join(" ");
