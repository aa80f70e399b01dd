import * as fields from "../fields";
import { visible, visibleName } from "../invisible";
import { type Listed, shown, splitName } from "./line";
import { nameBeside } from "./name-beside";

/**
 * Pasted text in any form: addresses between commas, semicolons, bars, lines, tabs or spaces, with names before them, as
 * `Name <mail>` or in a list. One row a person, in order; what comes twice is one row, and one more that says so.
 */
export function parseAddresses(text: string): Listed[] {
  const people = visibleName(text)
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap((line) => peopleOn(line.replace(LINK, asBracket)));
  return onceEach(people).map((person, at) => ({ position: at + 1, ...person }));
}

type Person = Omit<Listed, "position">;

/** A link as Markdown writes it, with its name. */
const LINK = /\[([^[\]()]*)\]\(\s*(?:mailto:)?([^()\s?]+)(?:[?\s][^()]*)?\)/gi;

const asBracket = (_: string, name: string, address: string) =>
  hasAt(name) ? `<${address}>` : `"${name.replaceAll('"', "")}" <${address}>`;

/** A quoted name may hold commas; a quotation mark or bracket that is never closed is a sign like any other. */
const TOKEN = /"[^"]*"|“[^“”]*”|<[^<>]*>|[^,،、，;；؛|"“<]+|[,،、，;；؛|"“<]/g;
const COMMA = /^[,،、，]$/;
const SEMICOLON = /[;；؛]/;

/** Cut at commas, semicolons and bars outside of quotes. With semicolons about, "Silva, Ana <mail>" is one person. */
function piecesOf(line: string): string[] {
  const bySemicolon = SEMICOLON.test(line);
  const pieces: string[] = [];
  let piece = "";
  for (const [token] of line.matchAll(TOKEN)) {
    const inName = bySemicolon && !hasAt(piece) && /\p{L}/u.test(piece);
    if (token === "|" || (token.length === 1 && SEMICOLON.test(token)) || (COMMA.test(token) && !inName)) {
      pieces.push(piece);
      piece = "";
    } else piece += token;
  }
  return [...pieces, piece].map((each) => each.trim()).filter((each) => !isMark(each));
}

/** Nothing, or what makes a list of it: a bullet, a number. */
const isMark = (piece: string) => !/[^\s\-–—*•·▪◦‣●○]/.test(piece) || /^\(?\d{1,5}[.)]$/.test(piece);

/** Also the sign that looks like one: whoever wrote it meant an address. */
const hasAt = (text: string) => /[@＠]/.test(text);

/**
 * "Dora Day, mail": in a line that begins so, what looks like a name and stands alone before an address is its name. After
 * an address it could as well belong to that one.
 */
function peopleOn(line: string): Person[] {
  const pieces = lastNamesJoined(piecesOf(line));
  if (hasAt(pieces[0] ?? "")) return pieces.flatMap(peopleIn);
  const namesNext = pieces.map((piece, at) => {
    const [before, next] = [pieces[at - 1], pieces[at + 1]];
    return isNameLike(piece) && isAddress(next ?? "") && (before === undefined || hasAt(before));
  });
  return pieces.flatMap((piece, at) => {
    if (namesNext[at]) return [];
    return namesNext[at - 1] ? [personOf(piece, pieces[at - 1] ?? "")] : peopleIn(piece);
  });
}

/** "Lindqvist, Petra <mail>": a name that stands alone before a name with its address is the last name of that one. */
function lastNamesJoined(pieces: readonly string[]): string[] {
  const isLast = pieces.map(
    (piece, at) => isNamed(pieces[at + 1] ?? "") && isNameLike(piece) && (at === 0 || hasAt(pieces[at - 1] ?? "")),
  );
  return pieces.flatMap((piece, at) => {
    if (isLast[at]) return [];
    return [isLast[at - 1] ? `${pieces[at - 1]}, ${piece}` : piece];
  });
}

/** "Petra <mail>", "Petra mail" */
const isNamed = (piece: string) => hasAt(piece) && /^[\p{L}][^<@＠]*[\s<(]\S*[@＠]/u.test(piece);

/** Not "ana.silva", which is more likely an address whose end was forgotten. */
const isNameLike = (piece: string) =>
  /^["“]?(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ter|ten)\s+){0,3}[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\s.,'’\-\u200c\u200d]*["”]?$/u.test(
    piece,
  );

const isAddress = (piece: string) => hasAt(piece) && fields.email.safeParse(bare(piece)).success;

/** `Name <mail>`, once or several times, and what stands after the last of them. */
function peopleIn(piece: string): Person[] {
  const people: Person[] = [];
  let from = 0;
  for (const { 0: bracket, index } of piece.matchAll(/<[^<>]*>/g)) {
    people.push(personOf(bracket.slice(1, -1).trim(), piece.slice(from, index)));
    from = index + bracket.length;
  }
  const rest = piece.slice(from).trim();
  return [...people, ...peopleInWords(rest.match(/\([^()@＠]*\)|\S+/g) ?? [], people.length > 0)];
}

/**
 * Words before an address are the name; after it too, where there is only one (columns of a spreadsheet). A remark in
 * brackets, or a mere "and", is nobody of its own where there are people.
 */
function peopleInWords(words: readonly string[], isAfter: boolean): Person[] {
  const [only, another] = words.filter(hasAt);
  if (only === undefined)
    return isAfter && isRemark(words) ? [] : words.length > 0 ? [personOf(words.join(" "), "")] : [];
  if (another === undefined) return [personOf(only, words.filter((word) => word !== only).join(" "))];
  const people: Person[] = [];
  const name: string[] = [];
  for (const word of words) {
    if (hasAt(word)) people.push(personOf(word, name.splice(0).join(" ")));
    else if (people.length === 0 || !isRemark([word])) name.push(word);
  }
  return isRemark(name) ? people : [...people, personOf(name.join(" "), "")];
}

const isRemark = (words: readonly string[]) => words.every((word) => /^\(.*\)$/s.test(word) || nameBeside(word) === "");

const NOBODY = { firstName: "", lastName: "" };

const bare = (written: string) => visible(written).replace(/^(?:mailto:|['([])+|[.,:!?'\])]+$/gi, "");

function personOf(written: string, beside: string): Person {
  if (written.length > 320) return { email: shown(written), ...NOBODY, problem: problemWith(written) };
  const name = beside === "" ? NOBODY : splitName(nameBeside(beside));
  const parsed = hasAt(written) ? fields.email.safeParse(bare(written)) : undefined;
  if (parsed?.success) return { email: parsed.data, ...name };
  return { email: shown(written), ...name, problem: problemWith(written) };
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
