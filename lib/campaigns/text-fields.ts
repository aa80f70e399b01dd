/** What a campaign's text may say of whom it goes to, and the column that holds it. */
const COLUMNS = { "first name": "firstName", "last name": "lastName", company: "company" } as const;

type FieldName = keyof typeof COLUMNS;

export type Named = Record<(typeof COLUMNS)[FieldName], string | null>;

type Field = { field: FieldName; otherwise: string | null };

/** Where everybody has an address of their own, by which they stop all texts. */
const LINK = { link: "unsubscribe" } as const;

/** As it stands, or what is known of somebody; `otherwise` where that is nothing, null where nothing was given for that. */
export type Piece = string | Field | typeof LINK;

const isField = (name: string): name is FieldName => Object.hasOwn(COLUMNS, name);

/** As they are written, for who wrote another one. */
export const fieldExamples = [
  ...Object.keys(COLUMNS)
    .filter(isField)
    .map((name) => `{${name}|…}`),
  "{unsubscribe link}",
];

/** `{first name|there}`: a name, and after a bar what is said where there is none. */
const IN_BRACES = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

/** The pieces of a text, and the names in braces that are no field. */
export function piecesOf(text: string): { pieces: Piece[]; unknown: string[] } {
  const [pieces, unknown]: [Piece[], string[]] = [[], []];
  let at = 0;
  for (const found of text.matchAll(IN_BRACES)) {
    const [whole, typed = "", otherwise = null] = found;
    const field = typed.trim().replace(/\s+/g, " ").toLowerCase();
    pieces.push(text.slice(at, found.index));
    if (isField(field)) pieces.push({ field, otherwise });
    else if (field === "unsubscribe link" && otherwise === null) pieces.push(LINK);
    else unknown.push(whole);
    at = found.index + whole.length;
  }
  pieces.push(text.slice(at));
  return { pieces: pieces.filter((piece) => piece !== ""), unknown };
}

const knownOf = (person: Named, field: FieldName) => person[COLUMNS[field]]?.trim() ?? "";

const isOfPerson = (piece: Piece): piece is Field => typeof piece !== "string" && "field" in piece;

export const hasLink = (pieces: readonly Piece[]) => pieces.includes(LINK);

/** What one of them reads; `link`: the address of their own. */
export const filled = (pieces: readonly Piece[], person: Named, link = ""): string =>
  pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      return isOfPerson(piece) ? knownOf(person, piece.field) || (piece.otherwise ?? "") : link;
    })
    .join("");

/** The fields for which nothing was given in case they are empty. */
export const columnsWithoutFallback = (pieces: readonly Piece[]) =>
  [...new Set(pieces.filter(isOfPerson).flatMap(({ field, otherwise }) => (otherwise ? [] : [field])))].map(
    (field) => ({ field, column: COLUMNS[field] }),
  );

export const columnsIn = (pieces: readonly Piece[]) => [
  ...new Set(pieces.filter(isOfPerson).map(({ field }) => COLUMNS[field])),
];
