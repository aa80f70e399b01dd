import type { FieldValues } from "@/db/schema/contacts/contacts";
import { nameKey } from "../contacts/fields/name-key";

/** What a campaign's text may say of whom it goes to, and the column that holds it. */
const COLUMNS = { "first name": "firstName", "last name": "lastName", company: "company" } as const;

type BuiltIn = keyof typeof COLUMNS;
type Column = (typeof COLUMNS)[BuiltIn];

export type Named = Record<Column, string | null> & { fieldValues: FieldValues };

/** One that the company has made for itself. */
export type OwnField = { key: string; name: string };

/** Where it is known: what every contact has, or one of the company's own fields. */
export type Source = { column: Column } | { key: string };

type Field = { field: string; source: Source; otherwise: string | null };

/** Where everybody has an address of their own, by which they stop all texts. */
const LINK = { link: "unsubscribe" } as const;

/** As it stands, or what is known of somebody; `otherwise` where that is nothing, null where nothing was given for that. */
export type Piece = string | Field | typeof LINK;

const isBuiltIn = (name: string): name is BuiltIn => Object.hasOwn(COLUMNS, name);

/** As they are written, for who wrote another one. */
export const fieldExamples = (own: readonly OwnField[]) => [
  ...[...Object.keys(COLUMNS), ...own.map(({ name }) => name)].map((name) => `{${name}|…}`),
  "{unsubscribe link}",
];

/** `{first name|there}`: a name, and after a bar what is said where there is none. */
const IN_BRACES = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

/** Braces that are left where a field was meant: people would read them. */
const LEFT_OPEN = /\{[^{}]{0,40}(?:\{[^{}]*\}[^{}]{0,40})?\}?/;

/** The pieces of a text, and what is in braces and is no field. */
export function piecesOf(text: string, own: readonly OwnField[]): { pieces: Piece[]; unknown: string[] } {
  const [pieces, unknown]: [Piece[], string[]] = [[], []];
  const byName = new Map(own.map((field) => [nameKey(field.name), field]));
  let at = 0;
  for (const found of text.matchAll(IN_BRACES)) {
    const [whole, typed = "", otherwise = null] = found;
    const name = nameKey(typed);
    const theirs = byName.get(name);
    pieces.push(text.slice(at, found.index));
    if (isBuiltIn(name)) pieces.push({ field: name, source: { column: COLUMNS[name] }, otherwise });
    else if (theirs) pieces.push({ field: theirs.name, source: { key: theirs.key }, otherwise });
    else if (name === "unsubscribe link" && otherwise === null) pieces.push(LINK);
    else unknown.push(whole);
    at = found.index + whole.length;
  }
  pieces.push(text.slice(at));
  const open = text.replace(IN_BRACES, (whole) => " ".repeat(whole.length)).indexOf("{");
  if (open !== -1) unknown.unshift(LEFT_OPEN.exec(text.slice(open))?.[0] ?? "{");
  return { pieces: pieces.filter((piece) => piece !== ""), unknown };
}

export const isFieldIn = (text: string, name: string) =>
  [...text.matchAll(IN_BRACES)].some(([, typed = ""]) => nameKey(typed) === name);

/** The text with a field called otherwise; the words for whoever has none stay. */
export const withFieldCalled = (text: string, { nameKey: before, to }: { nameKey: string; to: string }) =>
  text.replace(IN_BRACES, (whole, typed: string, otherwise: string | undefined) =>
    nameKey(typed) === before ? `{${to}${otherwise === undefined ? "" : `|${otherwise}`}}` : whole,
  );

const knownOf = (person: Named, source: Source) =>
  ("key" in source ? person.fieldValues[source.key] : person[source.column])?.trim() ?? "";

const isOfPerson = (piece: Piece): piece is Field => typeof piece !== "string" && "field" in piece;

export const hasLink = (pieces: readonly Piece[]) => pieces.includes(LINK);

/** What one of them reads; `link`: the address of their own. */
export const filled = (pieces: readonly Piece[], person: Named, link = ""): string =>
  pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      return isOfPerson(piece) ? knownOf(person, piece.source) || (piece.otherwise ?? "") : link;
    })
    .join("");

/** Whatever is of a person, as often as it stands there. */
export const ofPerson = (pieces: readonly Piece[]): Field[] => pieces.filter(isOfPerson);

/** Each field that is in it, once. */
export const fieldsIn = (pieces: readonly Piece[]): Field[] => {
  const all = ofPerson(pieces);
  return all.filter(({ field }, at) => all.findIndex((other) => other.field === field) === at);
};

/** The fields for which nothing was given in case they are empty; a space leaves the same gap. */
export const fieldsWithoutFallback = (pieces: readonly Piece[]) =>
  fieldsIn(ofPerson(pieces).filter(({ otherwise }) => !otherwise?.trim()));
