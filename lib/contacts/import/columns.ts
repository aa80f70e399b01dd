import { otherNames } from "../../import/full-name";
import { beside, entries, type Lexicon } from "../../import/lexicon";

const OTHERS =
  "type label fax id date time opt status count manager assistant emergency office carrier provider country code verified created updated";

const lexicon = (lists: Record<string, string>, elsewhere = OTHERS, along = ""): Lexicon => ({
  entries: entries(lists),
  beside: beside({
    1: `contact customer client person kunde kunden cliente clientes contato contacto primary main 1 value e164 full ${along}`,
    0: elsewhere,
  }),
});

/** Headings of who wants no texts. */
const STOPPED =
  "blacklisted|blacklist|consent revoked|consent withdrawn|sms consent revoked|sms consent withdrawn|blocklisted|blocklist|opt out|optout|opted out|sms opt out|sms optout|blacklisted sms|blocklisted sms|sms blacklisted|sms blocklisted|opted out of texts|opted out of text messages|opted out of sms|has opted out|has opted out of texts|has opted out of sms|sms unsubscribed|sms unsubscribe|unsubscribed from sms|sms suppressed|no sms|no texts|no text messages|unsubscribed from texts|do not call|do not disturb|dnd|dnd sms|sms dnd|unsubscribed|stop|do not contact|do not text|dnc|blocked|abgemeldet|gesperrt|widerspruch|baja|desuscrito|lista negra|liste noire|lista nera|schwarze liste|sperrliste|zwarte lijst|do not sms|no enviar sms|rechaza sms|pas sms|ne pas envoyer sms|refuse sms|nao enviar sms|recusa sms|rifiuta sms|kein sms|keine sms|geen sms|desabonne|desinscrit|descadastrado|disiscritto|disiscritta|afgemeld|uitgeschreven|avregistrerad|avanmald|wypisany|wypisana";

/** "Opt out SMS & emails" is about texts as well; "Opt out emails" is not. */
const alsoOfMails = (headings: string) =>
  headings
    .split("|")
    .flatMap((heading) =>
      ["email", "emails", "mail", "mails", "newsletter", "newsletters"].map(
        (mails) => `${/sms|text/.test(heading) ? heading : `${heading} sms`} ${mails}`,
      ),
    )
    .join("|");

/** The file of contacts: what it may say of each, in the order of the template, and other names for it. */
export const contactColumns = {
  firstName: { title: "First Name" },
  lastName: { title: "Last Name" },
  phone: {
    title: "Phone Number",
    lexicon: lexicon(
      {
        1: "mobile|mobile phone|mobile number|mobile phone number|mobilephone|mobilenumber|cell|cell phone|cellphone|cell number|cell phone number|msisdn|sms|sms number|sms phone number|phone mobile|handy|handynummer|mobil|mobiltelefon|mobilnummer|movil|telefono movil|celular|numero de celular|portable|telephone portable|mobile perso|gsm|telemovel|numero de telemovel|cellulare|numero di cellulare|telefono cellulare|mobiel|mobiel nummer|mobielnummer|mobile telefoon|mobilnr|telefon komorkowy|komorka|numer komorkowy|мобильный|мобильный телефон|携帯電話|whatsapp",
        0.9: "phone|phone number|phonenumber|telephone|telephone number|tel|tel no|phone no|number|telefon|telefonnummer|rufnummer|nummer|telefono|numero de telefono|numero|numero de telephone|telefone|numero de telefone|téléphone|telefoon|telefoonnummer|telefonnr|telefonnummer|numer telefonu|телефон|номер телефона|電話番号|recipient|to",
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
        1: "company|company name|organization|organisation|org|organization name|organisation name|business|business name|account name|firma|firmenname|unternehmen|empresa|nombre de la empresa|compania|entreprise|societe|nome da empresa|azienda|ditta|bedrijf|bedrijfsnaam|foretag|компания",
      },
      `${OTHERS} phone telephone mobile tel number address street city state zip postal email url website job title size bank parent`,
    ),
  },
  timeZone: {
    title: "Time Zone",
    lexicon: lexicon(
      { 1: "time zone|timezone|tz|zeitzone|zona horaria|fuseau horaire|fuso horario|fuso orario|tijdzone|tidszon" },
      "offset",
    ),
  },
  notes: {
    title: "Notes",
    lexicon: lexicon(
      {
        1: "notes|note|memo|comment|comments|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|notas|nota|observaciones|comentarios|remarques|osservazioni|notities|opmerkingen|anteckningar|uwagi|commentaire|commentaires|observacoes|comentario",
      },
      "",
    ),
  },
  group: {
    title: "Group",
    lexicon: lexicon(
      {
        1: "group|groups|contact group|list|lists|tag|tags|labels|group membership|gruppe|gruppen|liste|grupo|grupos|lista|etiquetas|groupe|groupes|listes|gruppo|gruppi|groep|groepen|grupp|grupa|grupy",
      },
      "id negra noire nera schwarze zwarte black",
    ),
  },
  consent: {
    title: "Consent",
    what: "a yes, a no or a day",
    lexicon: lexicon(
      {
        1: "sms consent|sms marketing consent|sms opt in|sms optin|accepts sms marketing|accepts sms|accepts texts|allow sms|sms allowed|allows texts|ok to text|text opt in|text consent|texting consent|sms permission|sms subscribed|subscribed to sms|sms einwilligung|sms zustimmung|sms consentimiento|consentimiento marketing por sms|acepta sms|acepta recibir sms|autoriza sms|sms consentement|consentement marketing par sms|accepte sms|accepte de recevoir sms|sms consentimento|consentimento marketing por sms|aceita sms|aceita receber sms|sms consenso|consenso marketing sms|accetta sms|autorizza sms|sms toestemming|sms samtycke|zgoda sms|zgoda na sms",
        0.95: "consent|consent status|sms consent status|opt in|opt in status|optin|opted in|marketing consent|agreed|einwilligung|zustimmung|consentimiento|consentement|consentimento|consenso|toestemming|samtycke|zgoda",
        // Since when: as good as a yes. In an export of who reads emails OPTIN_TIME is about these.
        0.6: "opt in date|opt in time|opt in timestamp|opted in date|opted in at|opted in on|sms opt in date|sms opt in time|subscribed date|date subscribed|sms subscribed at|consent date|sms consent date|einwilligung am|einwilligung vom|fecha de consentimiento|date de consentement|data de consentimento",
      },
      // "Opted out" is the contrary of "opted in".
      "out source date time timestamp at on email method quelle ip",
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
    what: "a yes, a no or a day",
    isSeveral: true,
    lexicon: lexicon(
      {
        1: STOPPED,
        // With any other word beside it, "Do not email, text OK", it may be about mails alone.
        0.9: alsoOfMails(STOPPED),
        // Since when: as good as a yes. "Stop Date" and "Blocked On" may be about anything.
        0.6: "abgemeldet am|opt out date|opt out time|opt out timestamp|sms opt out date|opted out date|opted out at|opted out on|unsubscribe date|unsubscribed date|unsubscribed at|unsubscribed on|sms unsubscribed at|opt out at|optout at|optout date|opt out on|opt out date time|opted out date time|unsubscribed date time|sms opt out at|sms opt out date time|fecha baja|date desinscription|data di disiscrizione|data descadastro|abmeldedatum",
      },
      "date time timestamp reason source email emails mails newsletter newsletters at on by campaign count",
      "sms text texts message messages messaging mobile phone cell marketing from ni en",
    ),
  },
} as const satisfies Record<string, { title: string; lexicon?: Lexicon; what?: string; isSeveral?: true }>;

export type ContactColumn = keyof typeof contactColumns;

export const contactColumnNames = Object.keys(contactColumns) as ContactColumn[];

/** Where a row has no number in the column of those: the others that are called like it, at home or at work. */
export const otherPhone = {
  field: "otherPhone",
  label: "Other Phone Number",
  isSeveral: true,
  lexicon: {
    entries: [
      ...contactColumns.phone.lexicon.entries,
      ...entries({ 0.9: "homephone|workphone|businessphone|officephone|otherphone|privattelefon|diensttelefon" }),
    ],
    beside: new Map([
      ...contactColumns.phone.lexicon.beside,
      ...beside({
        0.9: "2 3 4 second secondary third primary other alternate alternative additional work business office home day daytime evening private personal geschaftlich geschaftliche dienstlich privat private buro trabajo casa particular otro casa domicilio thuis werk praca dom lavoro ufficio bureau domicile professionnel travail autre trabalho residencial comercial outro",
      }),
    ]),
  },
} as const;

/** In a column of its own: the country that a number is in which doesn't say so itself. */
export const phoneCountry = {
  field: "phoneCountry",
  label: "Country Code",
  what: "a country or its code",
  lexicon: {
    entries: entries({
      1: "country code|phone country code|country calling code|country dial code|calling code|dial code|dialing code|dialling code|phone prefix|country prefix|international prefix|landesvorwahl|landervorwahl|laendervorwahl|landercode|laendercode|landeskennzahl|codigo de pais|codigo pais|prefijo|prefijo internacional|prefijo telefonico|lada internacional|indicatif|indicatif pays|indicatif telephonique|code pays|ddi|codigo do pais|prefisso|prefisso internazionale",
    }),
    beside: beside({
      1: "phone mobile telephone tel cell number contact customer handy telefon telefono telefone movil celular primary 1",
      0: "area zip postal address shipping billing default mailing iso currency bank iban tax vat language name state city",
    }),
  },
} as const;

/** The same for the area, before numbers that are not whole without it. */
export const areaCode = {
  field: "areaCode",
  label: "Area Code",
  what: "an area code",
  lexicon: {
    entries: entries({
      1: "area code|areacode|phone area code|telephone area code|npa|vorwahl|ortsvorwahl|vorwahlnummer|codigo de area|codigo area|lada|ddd|indicatif regional|kengetal|netnummer|riktnummer|prefisso locale|prefijo local",
    }),
    beside: beside({
      1: "phone mobile telephone tel cell number contact customer handy telefon 1",
      0: "country zip postal",
    }),
  },
} as const;

/** Headings that only a list of contacts has. */
export const contactLexicons = Object.values(contactColumns).flatMap((column) =>
  "lexicon" in column ? [column.lexicon] : [],
);

/** Everything that a column may be read as, in the order of the choices; the first is nothing. */
export const contactsReadAs = [
  { value: "", label: "Not read" },
  { value: "phone", label: contactColumns.phone.title },
  { value: otherPhone.field as string, label: otherPhone.label as string },
  { value: phoneCountry.field, label: phoneCountry.label },
  { value: areaCode.field, label: areaCode.label },
  { value: "fullName", label: "Full Name" },
  ...contactColumnNames
    .filter((value) => value !== "phone")
    .map((value) => ({ value: value as string, label: contactColumns[value].title as string })),
  ...Object.values(otherNames).map(({ field, label }) => ({ value: field as string, label: label as string })),
];

/** One of ours, whole or with few of the columns that others don't call so. */
export function isContactsFile(headings: readonly string[]): boolean {
  const lower = headings.map((heading) => heading.trim().toLowerCase());
  return ["phone number", "consent", "blacklisted"].every((title) => lower.includes(title));
}
