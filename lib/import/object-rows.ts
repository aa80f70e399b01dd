import Papa from "papaparse";
import { looksLikeAddress } from "./address-in";
import type { Text } from "./letters/decode";

/** As deep as the programs go whose people these are; what is below says nothing of who they are. */
const DEEPEST = 3;

type Value = { [key: string]: unknown };

/** JSON, as programs answer others who ask for their people, as the lines of a list: one for each of them. Null for another text. */
export function objectRows(bytes: Uint8Array): Text | null {
  const alphabet = [0xff, 0xfe].includes(bytes[0] ?? 0) ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  const decoder = new TextDecoder(alphabet);
  if (!isObjects(decoder.decode(bytes.subarray(0, HEAD)))) return null;
  const text = decoder.decode(bytes);
  const people = peopleIn(parsed(text) ?? linesOf(text));
  if (people === null) return null;
  const rows = people.map((each) => new Map(cellsOf(each)));
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = rows.map((row) => headings.map((heading) => row.get(heading) ?? ""));
  return { text: Papa.unparse([headings, ...lines], { newline: "\n" }).replaceAll("\0", ""), alphabet: null };
}

const HEAD = 400;

/** Whether it begins so, to its end or not. */
export const isObjects = (text: string) => /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:/.test(text);

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

/** The list, or the longest that an answer holds, whatever it is called; somebody alone is a list of one. */
function peopleIn(value: unknown): Value[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? value : null;
  if (!isObject(value)) return null;
  const all = Object.values(value);
  const isSomebody = all.some((each) => typeof each === "string" && looksLikeAddress(each));
  const lists = isSomebody ? [] : all.flatMap((each) => (Array.isArray(each) ? [peopleIn(each) ?? []] : []));
  const longest = lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest.length > 0 ? longest : isSomebody ? [value] : null;
}

/** What it says, each by its own name: "profile.firstName" is "firstName", unless the person has one, too. */
function cellsOf(person: Value): [string, string][] {
  const cells = new Map<string, string>();
  const read = (value: Value, depth: number) => {
    const inner: Value[] = [];
    for (const [key, each] of Object.entries(value)) {
      if (isObject(each)) inner.push(each);
      else if (!cells.has(key)) cells.set(key, wordsOf(each));
    }
    if (depth < DEEPEST) for (const each of inner) read(each, depth + 1);
  };
  read(person, 1);
  return [...cells];
}

/** `{"value": "ana@x.example", "primary": true}`: which of these stands first is the one to take. */
const addressOf = (value: Value) => [value.address, value.value, value.email].find((each) => typeof each === "string");

function wordsOf(value: unknown): string {
  if (!Array.isArray(value)) return value === null || isObject(value) ? "" : String(value);
  const isMain = (each: unknown) => isObject(each) && each.primary === true;
  return value
    .toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
    .map((each) => wordsOf(isObject(each) ? addressOf(each) : each))
    .filter((words) => words !== "" && words !== "undefined")
    .join("; ");
}
