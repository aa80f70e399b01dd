import { otherNames } from "../../import/full-name";
import { beside, entries, type Lexicon } from "../../import/lexicon";

const ABOUT_ELSE =
  "job email mail manager location date id phone mobile fax employee title last telephone mobil business work contact car emergency admin assigned license licence";
const lexicon = (list: string, elsewhere = ABOUT_ELSE): Lexicon => ({
  entries: entries({ 1: list }),
  beside: beside({ 1: "user sms lineup", 0: elsewhere }),
});

/** The file of invitations: what it may say of each person, in the order of the template, and other names for it. */
export const invitationColumns = {
  email: { title: "Email" },
  firstName: { title: "First Name" },
  lastName: { title: "Last Name" },
  roles: {
    title: "Role",
    lexicon: lexicon(
      "role|roles|user type|user role|access|rolle|rol|funcion|tipo de usuario|fonction|type d'utilisateur|funcao|benutzertyp|papel|profile|perfil|profil",
    ),
    what: "a role",
  },
  group: {
    title: "Group",
    lexicon: lexicon("group|groups|group path|location|store|gruppe|standort|grupo|sucursal|groupe"),
    what: "one of your groups",
  },
  products: {
    title: "Products",
    lexicon: lexicon("products|product|produkte|productos|produits|produtos"),
    what: "a product",
  },
  lines: {
    title: "Lines",
    lexicon: lexicon(
      "lines|line|numbers|number|sms number|sms numbers|default number|leitungen|lineas|lignes|linhas|nummern|numeros",
    ),
    what: "one of your numbers",
  },
} as const satisfies Record<string, { title: string; lexicon?: Lexicon; what?: string }>;

export type InvitationColumn = keyof typeof invitationColumns;

export const invitationColumnNames = Object.keys(invitationColumns) as InvitationColumn[];

/** The file as it is to be filled in: a group stands beside its role. */
export const templateHeadings = invitationColumnNames
  .filter((column) => column !== "group")
  .map((column) => invitationColumns[column].title);

/** Headings that only a list for inviting has. */
export const invitationLexicons = Object.values(invitationColumns).flatMap((column) =>
  "lexicon" in column ? [column.lexicon] : [],
);

/** Where a row has no address in the column of those. */
const otherEmail = { field: "otherEmail", label: "Other Email" } as const;

/** What people may choose for a column besides these. */
export const otherFields = [
  otherEmail,
  { field: "fullName", label: "Full Name" },
  ...Object.values(otherNames),
  { field: "left", label: "Who has left" },
] as const;

/** Everything that a column may be read as, in the order of the choices; the first is nothing. */
export const readAs = [
  { value: "", label: "Not read" },
  { value: "email", label: invitationColumns.email.title },
  { value: otherEmail.field, label: otherEmail.label },
  { value: "fullName", label: "Full Name" },
  ...invitationColumnNames.slice(1).map((value) => ({ value, label: invitationColumns[value].title })),
  ...Object.values(otherNames).map(({ field, label }) => ({ value: field as string, label: label as string })),
  { value: "left", label: "Who has left" },
];

/** Whether a cell is something that the viewer could give: a role, a group of theirs, a product, a number. */
export type Fits = Partial<Record<string, (cell: string) => boolean>>;

/** One of ours, whole or shortened by its owner: then every column means what its heading says. */
export function isOurFile(headings: readonly string[]): boolean {
  const lower = headings.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/^roles$/, "role"),
  );
  return ["email", "role", "products", "lines"].every((title) => lower.includes(title));
}
