import Papa from "papaparse";
import { type Figure, figureIn } from "../text/figure";
import { looksLikeAddress } from "./address-in";
import { type Text, wideText } from "./letters/decode";
import { type Lexicon, likeness } from "./lexicon";

/** What a program writes the person's own things into, and their addresses. Whoever else stands in an object is somebody else. */
const OF_THEMSELF = /^(?:profile|names?|user|attributes|fields|properties)$/i;
const ADDRESSES = /^(?:primary[ _-]?)?e?-?mails?(?:[ _-]?address(?:es)?)?$/i;
const LOGINS = /^(?:user[ _-]?(?:name|principal[ _-]?name)|upn|login)$/i;

/** As deep as such objects stand in each other: "user.profile.name". */
const DEEPEST = 3;

/** More headings than a list may have. */
const MOST_HEADINGS = 200;

type Value = { [key: string]: unknown };

/** `rights`: what nobody may do because an object within theirs says so; `tooMany`: what is said of more than `most` people. */
type Kind = { rights: readonly Lexicon[]; most: number; tooMany: (figure: Figure) => string };

/** JSON, as programs answer others who ask for their people, as the lines of a list: one for each of them. Null for another text. */
export function objectRows(bytes: Uint8Array, { rights, most, tooMany }: Kind): Text | { problem: string } | null {
  const text = wideText(bytes) ?? new TextDecoder().decode(bytes);
  if (!isObjects(text.slice(0, HEAD))) return null;
  const people = peopleIn(parsed(text) ?? linesOf(text));
  if (people === null || "problem" in people) return people;
  const known = new Map<string, boolean>();
  const isRight = (key: string) => {
    const is = known.get(key) ?? rights.some((lexicon) => likeness(key.slice(0, HEAD), lexicon) > 0);
    known.set(key, is);
    return is;
  };
  const rows: Map<string, string>[] = [];
  const headings = new Set<string>();
  for (const person of people) {
    const cells = cellsOf(person, isRight);
    if (cells.size > 0) rows.push(cells);
    for (const heading of cells.keys()) headings.add(heading);
    if (rows.length > most) return { problem: tooMany(figureIn(null)) };
    if (headings.size > MOST_HEADINGS)
      return {
        problem: `The people in it have more than ${MOST_HEADINGS} fields. Leave out those that are not needed.`,
      };
  }
  const lines = rows.map((row) => Array.from(headings, (heading) => row.get(heading) ?? ""));
  return { text: Papa.unparse([[...headings], ...lines], { newline: "\n" }).replaceAll("\0", ""), alphabet: null };
}

const HEAD = 400;

/** Whether it begins so, to its end or not. */
export const isObjects = (text: string) => /^\s*(?:\[\s*(?:null\s*,\s*)*)?\{\s*"[^"\n]{1,100}"\s*:/.test(text);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** One object a line, as logs and some programs have them. */
function linesOf(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

const isObject = (value: unknown): value is Value =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The list; the one that an answer holds with people's addresses, however deep and whatever it is called; or the longest.
 * Somebody alone is a list of one. Nobody knows which of several is meant.
 */
function peopleIn(value: unknown): Value[] | { problem: string } | null {
  if (Array.isArray(value)) return isList(value) ? itemsOf(value) : null;
  if (!isObject(value)) return null;
  const lists = [...listsIn(value)];
  const ofPeople = lists.filter(({ list }) => list.slice(0, LOOKED_AT).some(hasAddress));
  const own = Object.entries(value)
    .filter(([key]) => isOwn(key))
    .map(([, each]) => addressesIn(each))
    .find(looksLikeAddress);
  const all = [...(own ? [own] : []), ...ofPeople.map(({ path }) => path)];
  if (all.length > 1) return { problem: severalIn(all) };
  if (ofPeople[0]) return ofPeople[0].list;
  const isSomebody = own || Object.values(value).some((each) => typeof each === "string" && looksLikeAddress(each));
  if (isSomebody) return [value];
  return lists.toSorted((a, b) => b.list.length - a.list.length)[0]?.list ?? null;
}

type Items = (Value | null)[];

/** Some programs have nothing in the place of somebody who is gone. */
const isList = (value: readonly unknown[]): value is Items =>
  value.some(isObject) && value.every((each) => each === null || isObject(each));

/** Of `{"edges": [{"cursor": "a", "node": {…}}]}` the nodes. */
function itemsOf(items: Items): Value[] {
  const list = items.filter(isObject);
  return list.every(isEdge) ? list.map(({ node }) => node).filter(isObject) : list;
}

const isEdge = (value: Value): value is { node: Value | null } =>
  (value.node === null || isObject(value.node)) &&
  Object.keys(value).every((key) => /^(?:node|cursor|__typename)$/.test(key));

/** What somebody's addresses stand in is no list of people. */
function* listsIn(value: Value, above: readonly string[] = []): Generator<{ path: string; list: Value[] }> {
  for (const [key, each] of Object.entries(value)) {
    const path = [...above, key];
    if (ADDRESSES.test(key)) continue;
    if (Array.isArray(each) && isList(each)) yield { path: path.join("."), list: itemsOf(each) };
    else if (isObject(each) && path.length < DEEPEST) yield* listsIn(each, path);
  }
}

/** So many tell what a list is of. */
const LOOKED_AT = 50;

/** `{"by": "bo@x.example"}` is something about somebody. */
const hasAddress = (person: Value) =>
  [...cellsOf(person, () => false)].some(([key, words]) => isOwn(key) && looksLikeAddress(words));

const isOwn = (key: string) => ADDRESSES.test(key) || LOGINS.test(key);

const severalIn = (all: readonly string[]) => {
  const names = all.slice(0, 5).map((name) => name.slice(0, 60).toWellFormed());
  return `There are several lists of people in it: ${names.join(", ")}. Leave only the one that you mean.`;
};

/** What it says of the person: "profile.firstName" is "firstName", unless they have one themselves; "manager.role" is nothing of theirs. */
function cellsOf(person: Value, isRight: (key: string) => boolean): Map<string, string> {
  const cells = new Map<string, string>();
  const read = (value: Value, depth: number) => {
    const inner: Value[] = [];
    for (const [key, each] of Object.entries(value)) {
      const words = ADDRESSES.test(key) ? addressesIn(each) : wordsOf(each);
      const own = /^names$/i.test(key) ? [each].flat().toSorted(byMain)[0] : each;
      if (words === "" && isObject(own) && OF_THEMSELF.test(key)) inner.push(own);
      else if (words !== "" && !cells.has(key) && (depth === 1 || !isRight(key))) cells.set(key, words);
    }
    if (depth < DEEPEST) for (const each of inner) read(each, depth + 1);
  };
  read(person, 1);
  return cells;
}

/** `{"value": "ana@x.example", "primary": true}`: which of these stands first is the one to take. */
const addressesIn = (value: unknown) =>
  wordsOf(
    [value]
      .flat()
      .toSorted(byMain)
      .map((each) =>
        isObject(each) ? [each.address, each.value, each.email].find((one) => typeof one === "string") : each,
      ),
  );

const byMain = (a: unknown, b: unknown) => rankOf(a) - rankOf(b);

const rankOf = (value: unknown) => {
  if (!isObject(value)) return 1;
  const isMain = value.primary === true || (isObject(value.metadata) && value.metadata.primary === true);
  return isMain ? 0 : value.type === "work" ? 1 : 2;
};

/** Of what is deeper nobody knows what it says. */
const wordsOf = (value: unknown) =>
  [value]
    .flat()
    .filter((each) => ["string", "number", "boolean"].includes(typeof each))
    .map(String)
    .filter((words) => words.trim() !== "")
    .join("; ");
