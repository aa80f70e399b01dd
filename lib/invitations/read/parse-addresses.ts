import * as fields from "../../fields";
import { bare, holdsAddress } from "../../import/address-in";
import { orderOfNames } from "../../import/full-name";
import { spelledOut } from "../../import/letters/spelled-out";
import { asciiAddress } from "../../text/address";
import { CLOSING, nameBeside } from "./name-beside";
import { type Listed, MOST_ROWS, shown, splitName } from "./one-person";
import { hasAt, isNameLike, peopleLines } from "./people-lines";

/**
 * Pasted text in any form: addresses between commas, semicolons, bars, lines, tabs or spaces, with names before them, as
 * `Name <mail>` or in a list. One row a person, in order; what comes twice is one row, and one more that says so. Of more
 * than `MOST_ROWS` it reads one more row, which tells that there are too many.
 */
export function parseAddresses(text: string, from: From = {}): Listed[] {
  const people = onceEach(peopleOf(spelledOut(text, from)));
  const names = people.map(({ name }) => name);
  const order = orderOfNames("", names, (nth) => people[nth]?.email ?? "");
  return people.map(({ name, ...person }, at) => ({ position: at + 1, ...splitName(name, order), ...person }));
}

type From = { isFile?: boolean };

function* peopleOf(text: string): Generator<Person> {
  for (const line of peopleLines(text)) yield* peopleOn(line.replace(LINK, asBracket));
}

type Person = { email: string; name: string; problem?: string };

/** A link as Markdown writes it, with its name. */
const LINK = /\[([^[\]()]*)\]\(\s*(?:mailto:)?([^()\s?]+)(?:[?\s][^()]*)?\)/gi;

const asBracket = (_: string, name: string, address: string) =>
  hasAt(name) ? `<${address}>` : `"${name.replaceAll('"', "")}" <${address}>`;

/** A quoted name may hold commas; a quotation mark or bracket that is never closed is a sign like any other. */
const TOKEN = /"[^"]*"|“[^“”]*”|<[^<>]*>|[“<]+(?=[“<])|[^,،、，;；؛|"“<]+|[,،、，;；؛|"“<]/g;
const COMMA = /^[,،、，]$/;
const SEMICOLON = /[;；؛]/;

/** Cut at commas, semicolons and bars outside of quotes. With semicolons about, "Silva, Ana <mail>" is one person. */
function* piecesOf(line: string): Generator<string> {
  const bySemicolon = SEMICOLON.test(line);
  let [piece, isAddressed, isWorded] = ["", false, false];
  for (const [token] of line.matchAll(TOKEN)) {
    const inName = bySemicolon && !isAddressed && isWorded;
    if (token === "|" || (token.length === 1 && SEMICOLON.test(token)) || (COMMA.test(token) && !inName)) {
      if (!isMark(piece.trim())) yield piece.trim();
      [piece, isAddressed, isWorded] = ["", false, false];
    } else {
      piece += token;
      isAddressed ||= hasAt(token);
      isWorded ||= /\p{L}/u.test(token);
    }
  }
  if (!isMark(piece.trim())) yield piece.trim();
}

/** Nothing, or what makes a list of it: a bullet, a box, a number. */
const isMark = (piece: string) => !/[^\s\-–—*•·▪◦‣●○✓✔☐☑]/.test(piece) || /^\(?\d{1,5}[.)]$/.test(piece);

/**
 * "Dora Day, mail": in a line that begins so, what looks like a name and stands alone before an address is its name. After
 * an address it could as well belong to that one.
 */
function* peopleOn(line: string): Generator<Person> {
  let [name, beginsWithName] = ["", false];
  for (const { before, piece, next } of withNeighbours(lastNamesJoined(piecesOf(line)))) {
    if (before === "") beginsWithName = !hasAt(piece);
    const isName = beginsWithName && isNameLike(piece) && isAddress(next) && (before === "" || hasAt(before));
    if (!isName) yield* name ? [personOf(piece, name)] : peopleIn(piece);
    name = isName ? piece : "";
  }
}

/** "Lindqvist, Petra <mail>": a name that stands alone before a name with its address is the last name of that one. */
function* lastNamesJoined(pieces: Iterable<string>): Generator<string> {
  let last = "";
  for (const { before, piece, next } of withNeighbours(pieces)) {
    const isLast = isNamed(next) && isNameLike(piece) && (before === "" || hasAt(before));
    if (!isLast) yield last ? `${last}, ${piece}` : piece;
    last = isLast ? piece : "";
  }
}

/** Each piece between the one before and the next; "" where there is none. */
function* withNeighbours(pieces: Iterable<string>) {
  let [before, piece] = ["", ""];
  for (const next of pieces) {
    if (piece) yield { before, piece, next };
    [before, piece] = [piece, next];
  }
  if (piece) yield { before, piece, next: "" };
}

/** Of a name with its address. */
const LONGEST = 1000;

/** "Petra <mail>", "Petra mail" */
const isNamed = (piece: string) =>
  hasAt(piece) && piece.length < LONGEST && /^[\p{L}][^<@＠]*[\s<(]\S*[@＠]/u.test(piece);

const isAddress = (piece: string) => hasAt(piece) && addressOf(piece) !== null;

/** `Name <mail>`, once or several times, and what stands after the last of them. */
function* peopleIn(piece: string): Generator<Person> {
  let from = 0;
  for (const { 0: bracket, index } of piece.matchAll(/<[^<>]*>/g)) {
    const address = bracket.slice(1, -1).trim();
    // "ana@x.example <ana@x.example>" is one person without a name, also where the first is another of theirs, as is one in
    // brackets; an address with more before it is somebody else's.
    const all = wordsOf(piece.slice(from, index));
    const words = all.filter(
      (word) => !holdsAddress(word) || !(all.length === 1 || word.startsWith("(") || isSame(word, address)),
    );
    const own = words.findLastIndex(holdsAddress) + 1;
    if (own > 0) yield* peopleInWords(words.slice(0, own), false);
    yield personOf(address, words.slice(own).join(" "));
    from = index + bracket.length;
  }
  const rest = piece.slice(from).trim();
  yield* peopleInWords(wordsOf(rest), from > 0);
}

const isSame = (word: string, address: string) => key(bare(word)) === key(bare(address));

const wordsOf = (text: string) => text.match(/\([^()@＠]*\)|\S+/g) ?? [];

/**
 * Words before an address are the name; after it too, where there is only one (columns of a spreadsheet). A remark in
 * brackets, or a mere "and", is nobody of its own where there are people.
 */
function* peopleInWords(words: readonly string[], isAfter: boolean): Generator<Person> {
  const first = words.findIndex(hasAt);
  const only = words[first];
  if (only === undefined) {
    if (words.length > 0 && !(isAfter && isRemark(words))) yield personOf(words.join(" "), "");
  } else if (words.findLastIndex(hasAt) === first) {
    // Whose name stands before it whole: "Ana Silva ana@x.example Sales".
    const before = words.slice(0, first).join(" ");
    const isWhole = /\s/.test(nameBeside(before));
    yield personOf(only, isWhole ? before : words.filter((word) => word !== only).join(" "));
  } else {
    let [name, isFirst]: [string[], boolean] = [[], true];
    for (const word of words) {
      if (hasAt(word)) {
        yield personOf(word, name.join(" "));
        [name, isFirst] = [[], false];
      } else if (isFirst || !isRemark([word])) name.push(word);
    }
    if (!isRemark(name)) yield personOf(name.join(" "), "");
  }
}

const isRemark = (words: readonly string[]) =>
  words.every((word) => /^\(.*\)$/s.test(word) || nameBeside(word) === "") || CLOSING.test(words.join(" "));

/** As every form reads it; one in plain letters is known without asking how a form would. */
function addressOf(written: string): string | null {
  const address = bare(written);
  return (/^[!-~]+$/.test(address) ? asciiAddress(address) : null) ?? fields.email.safeParse(address).data ?? null;
}

function personOf(written: string, beside: string): Person {
  if (written.length > 320) return { email: shown(written), name: "", problem: problemWith(written) };
  const name = nameBeside(beside);
  const email = hasAt(written) ? addressOf(written) : null;
  if (email !== null) return { email, name };
  return { email: shown(written), name, problem: problemWith(written) };
}

const problemWith = (written: string) =>
  hasAt(written)
    ? "That doesn't look like an email address. Write it like name@example.com."
    : "There is no email address in this.";

/** The first of several stays. The second says how many there are; the others say nothing new. */
function onceEach(people: Iterable<Person>): Person[] {
  const times = new Map<string, number>();
  const rows: { person: Person; isSecond: boolean }[] = [];
  for (const person of people) {
    const nth = person.problem ? 1 : (times.get(key(person.email)) ?? 0) + 1;
    if (!person.problem) times.set(key(person.email), nth);
    if (nth <= 2) rows.push({ person, isSecond: nth === 2 });
    if (rows.length > MOST_ROWS) break;
  }
  return rows.map(({ person, isSecond }) => {
    const all = times.get(key(person.email)) ?? 2;
    const problem = `This address is in the list ${all === 2 ? "twice" : `${all} times`}. It is invited once.`;
    return isSecond ? { ...person, problem } : person;
  });
}

const key = (email: string) => email.toLowerCase();
