import * as fields from "../fields";
import { type Listed, shown, splitName } from "./line";

/**
 * Pasted text in any form: addresses between commas, semicolons, lines, tabs or spaces, with names before them or as
 * `Name <mail>`. One row a person, in order; what comes twice is one row, and one more that says so.
 */
export function parseAddresses(text: string): Listed[] {
  const people = text.split(/[\r\n\u2028\u2029]+/).flatMap((line) => piecesOf(line).flatMap(peopleIn));
  return onceEach(people).map((person, at) => ({ position: at + 1, ...person }));
}

type Person = Omit<Listed, "position">;

/** A quoted name may hold commas; a quotation mark or bracket that is never closed is a sign like any other. */
const TOKEN = /"[^"]*"|“[^“”]*”|<[^<>]*>|[^,;"“<]+|[,;"“<]/g;

/** Cut at commas and semicolons outside of quotes. With semicolons about, "Silva, Ana <mail>" is one person. */
function piecesOf(line: string): string[] {
  const bySemicolon = line.includes(";");
  const pieces: string[] = [];
  let piece = "";
  for (const [token] of line.matchAll(TOKEN)) {
    const inName = bySemicolon && !hasAt(piece) && /\p{L}/u.test(piece);
    if (token === ";" || (token === "," && !inName)) {
      pieces.push(piece);
      piece = "";
    } else piece += token;
  }
  return [...pieces, piece].map((each) => each.trim()).filter((each) => each !== "");
}

/** Also the sign that looks like one: whoever wrote it meant an address. */
const hasAt = (text: string) => /[@＠]/.test(text);

/** `Name <mail>`, once or several times, and what stands after the last of them. */
function peopleIn(piece: string): Person[] {
  const people: Person[] = [];
  let from = 0;
  for (const { 0: bracket, index } of piece.matchAll(/<[^<>]*>/g)) {
    people.push(personOf(bracket.slice(1, -1).trim(), unquoted(piece.slice(from, index))));
    from = index + bracket.length;
  }
  const rest = piece.slice(from).trim();
  return rest ? [...people, ...peopleInWords(rest.split(/\s+/))] : people;
}

/** Words before an address are the name; after it too, where there is only one (columns of a spreadsheet). */
function peopleInWords(words: readonly string[]): Person[] {
  const [only, another] = words.filter(hasAt);
  if (only === undefined) return [personOf(words.join(" "), "")];
  if (another === undefined) return [personOf(only, unquoted(words.filter((word) => word !== only).join(" ")))];
  const people: Person[] = [];
  const name: string[] = [];
  for (const word of words) {
    if (hasAt(word)) people.push(personOf(word, unquoted(name.splice(0).join(" "))));
    else name.push(word);
  }
  return name.length > 0 ? [...people, personOf(name.join(" "), "")] : people;
}

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^["“](.*)["”]$/s, "$1")
    .replace(/^'(.*)'$/s, "$1")
    .replace(/:$/, "");

function personOf(written: string, name: string): Person {
  if (written.length > 320)
    return { email: shown(written), firstName: "", lastName: "", problem: problemWith(written) };
  const address = written.replace(/^(?:mailto:|['([])+|[.,:!?'\])]+$/gi, "");
  const parsed = fields.email.safeParse(address);
  if (parsed.success) return { email: parsed.data, ...splitName(name) };
  return { email: shown(written), ...splitName(name), problem: problemWith(written) };
}

const problemWith = (written: string) =>
  hasAt(written)
    ? "That doesn't look like an email address. Write it like name@example.com."
    : "There is no email address in this.";

/** The first of several stays. The second says how many there are; the others say nothing new. */
function onceEach(people: readonly Person[]): Person[] {
  const times = new Map<string, number>();
  for (const { email, problem } of people) if (!problem) times.set(key(email), (times.get(key(email)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return people.flatMap((person) => {
    if (person.problem) return [person];
    const nth = (seen.get(key(person.email)) ?? 0) + 1;
    seen.set(key(person.email), nth);
    if (nth === 1) return [person];
    const all = times.get(key(person.email)) ?? 2;
    const problem = `This address is in the list ${all === 2 ? "twice" : `${all} times`}. It is invited once.`;
    return nth === 2 ? [{ ...person, problem }] : [];
  });
}

const key = (email: string) => email.toLowerCase();
