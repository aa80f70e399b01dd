import { beside, entries, type Lexicon } from "../../import/lexicon";

const OTHERS =
  "type label fax id date time opt status count manager assistant emergency office carrier provider country code verified created updated";

const lexicon = (lists: Record<string, string>, elsewhere = OTHERS): Lexicon => ({
  entries: entries(lists),
  beside: beside({
    1: "contact customer client person kunde kunden cliente clientes contato contacto primary main 1 value e164 full",
    0: elsewhere,
  }),
});

/** The file of contacts: what it may say of each, in the order of the template, and other names for it. */
export const contactColumns = {
  firstName: { title: "First Name" },
  lastName: { title: "Last Name" },
  phone: {
    title: "Phone Number",
    lexicon: lexicon(
      {
        1: "mobile|mobile phone|mobile number|mobile phone number|mobilephone|mobilenumber|cell|cell phone|cellphone|cell number|cell phone number|msisdn|sms|sms number|sms phone number|phone mobile|handy|handynummer|mobil|mobiltelefon|mobilnummer|movil|telefono movil|celular|numero de celular|portable|telephone portable|mobile perso|gsm|telemovel|numero de telemovel|whatsapp",
        0.9: "phone|phone number|phonenumber|telephone|telephone number|tel|tel no|phone no|number|telefon|telefonnummer|rufnummer|nummer|telefono|numero de telefono|numero|numero de telephone|telefone|numero de telefone|téléphone|recipient|to",
      },
      `${OTHERS} work business home geschaftlich privat trabajo casa bureau domicile trabalho`,
    ),
    what: "a phone number",
  },
  email: { title: "Email" },
  company: {
    title: "Company",
    lexicon: lexicon(
      {
        1: "company|company name|organization|organisation|organization name|business|business name|account name|firma|firmenname|unternehmen|empresa|nombre de la empresa|compania|entreprise|societe|nome da empresa",
      },
      `${OTHERS} phone telephone mobile tel number address street city state zip postal email url website job title size`,
    ),
  },
  timeZone: {
    title: "Time Zone",
    lexicon: lexicon({ 1: "time zone|timezone|tz|zeitzone|zona horaria|fuseau horaire|fuso horario" }, "offset"),
  },
  notes: {
    title: "Notes",
    lexicon: lexicon(
      {
        1: "notes|note|comment|comments|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|notas|nota|observaciones|comentarios|remarques|commentaire|commentaires|observacoes|comentario",
      },
      "",
    ),
  },
  group: {
    title: "Group",
    lexicon: lexicon(
      {
        1: "group|groups|contact group|list|lists|tag|tags|labels|group membership|gruppe|gruppen|liste|grupo|grupos|lista|etiquetas|groupe|groupes|listes",
      },
      "id",
    ),
  },
  consent: {
    title: "Consent",
    lexicon: lexicon(
      {
        1: "consent|opt in|opted in|sms opt in|sms consent|marketing consent|agreed|accepts sms marketing|einwilligung|zustimmung|consentimiento|consentement|consentimento",
      },
      // "Opted out" is the contrary of "opted in".
      "out source date time at email method quelle",
    ),
  },
  consentSource: {
    title: "Consent Source",
    lexicon: lexicon(
      {
        1: "consent source|opt in source|how they agreed|consent method|opt in method|quelle der einwilligung|origen del consentimiento",
      },
      "date",
    ),
  },
  blacklisted: {
    title: "Blacklisted",
    lexicon: lexicon(
      {
        1: "blacklisted|blacklist|opt out|opted out|sms opt out|unsubscribed|stop|do not contact|do not text|dnc|blocked|abgemeldet|gesperrt|widerspruch|baja|desuscrito|lista negra|desabonne|desinscrit|descadastrado",
        // Since when: as good as a yes. "Stop Date" and "Blocked On" may be about anything.
        0.6: "opt out date|opt out time|opt out timestamp|sms opt out date|opted out date|opted out at|opted out on|unsubscribe date|unsubscribed date|unsubscribed at|unsubscribed on|sms unsubscribed at",
      },
      "date time timestamp reason source email at on by campaign",
    ),
  },
} as const satisfies Record<string, { title: string; lexicon?: Lexicon; what?: string }>;

export type ContactColumn = keyof typeof contactColumns;

export const contactColumnNames = Object.keys(contactColumns) as ContactColumn[];

/** Where a row has no number in the column of those: any other one that is called like it. */
export const otherPhone = {
  field: "otherPhone",
  label: "Second Phone Number",
  lexicon: {
    ...contactColumns.phone.lexicon,
    beside: new Map([...contactColumns.phone.lexicon.beside, ...beside({ 0.9: "2 second primary other" })]),
  },
};

/** Headings that only a list of contacts has. */
export const contactLexicons = Object.values(contactColumns).flatMap((column) =>
  "lexicon" in column ? [column.lexicon] : [],
);

/** Everything that a column may be read as, in the order of the choices; the first is nothing. */
export const contactsReadAs = [
  { value: "", label: "Not read" },
  { value: "phone", label: contactColumns.phone.title },
  { value: "otherPhone", label: "Second Phone Number" },
  { value: "fullName", label: "Full Name" },
  ...contactColumnNames
    .filter((value) => value !== "phone")
    .map((value) => ({ value: value as string, label: contactColumns[value].title as string })),
];

/** One of ours, whole or with few of the columns that others don't call so. */
export function isContactsFile(headings: readonly string[]): boolean {
  const lower = headings.map((heading) => heading.trim().toLowerCase());
  return ["phone number", "consent", "blacklisted"].every((title) => lower.includes(title));
}
