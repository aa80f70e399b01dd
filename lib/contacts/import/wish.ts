import { fold, wordsOf } from "../../import/heading";
import { besideDay } from "./beside-day";

/** What somebody has said about texts: that they agree, that they don't, that they want no more of them. */
export type Wish = "yes" | "no" | "stop";

type Asked = "Consent" | "Blacklisted";

/** What programs write says the wish itself, and the same below "Opt-Out Status" and below "Consent". */
const WANTS =
  /^(?:(?:re)?subscribed|(?:(?:double|single|confirmed) )?(?:opted|opt) ?in|angemeldet|abonniert|suscrit[oa]|abonnee?|inscrite?|inscrit[oa]|iscritt[oa])$/;
const STOPPED =
  /^(?:unsubscribed?|(?:opted|opt) ?out|stop|stopped|(?:(?:black|block)listed|blocked|unsubscribed)(?: (?:(?:for|from|on|in) )?(?:sms|texts?)(?: campaigns| marketing)?)?|suppressed|revoked|withdrawn|cancell?ed|do not (?:text|contact|disturb)|dnc|dnd|abgemeldet|gesperrt|widerrufen|widersprochen|zuruckgezogen|entzogen|(?:dad[oa] de )?baja|desuscrit[oa]|bloquead[oa]|revocad[oa]|revogad[oa]|retirad[oa]|cancelad[oa]|desabonnee?|desinscrite?|bloquee?|revoquee?|retiree?|resiliee?|annulee?|descadastrad[oa]|disiscritt[oa]|revocat[oa]|ritirat[oa]|annullat[oa]|bloccat[oa]|afgemeld|uitgeschreven|ingetrokken)$/;
/** Nobody has asked them, or their answer is still out, or something else allows to write to them. */
const NEITHER =
  /^(?:explicit|implied|not set|(?:awaiting|pending)(?: (?:confirmation|(?:double )?opt in))?|(?:never|not|non|no|nicht|nie|nunca|jamais|nao) (?:subscribed|opted in|asked|given|granted|angemeldet|erteilt|suscrit[oa]|abonnee?|inscrite?|inscrit[oa]|iscritt[oa]|acepta|aceita|accetta)|active|inactive|unconfirmed|unknown|sent|delivered|undelivered|failed|bounced|cleaned|archived|redacted|expired|n\/a|na|null|(?:not|non) applicable|no aplica|nao se aplica|non applicabile|nicht zutreffend|pendiente|pendente|en attente|in attesa|ausstehend|legitimate interest(?:\W.*)?|performance of a contract|transactional(?: only)?)$/;
const AGREED =
  /^(?:agreed|accepted|granted|given|confirmed|freely given consent from contact|erteilt|zugestimmt|eingewilligt|acept(?:ad)?o|acepta|aceptad[oa]|otorgad[oa]|concedid[oa]|autorizad[oa]|acceptee?|accepte|accordee?|donnee?|acconsentito|accettat[oa]|concess[oa]|prestat[oa]|aceit[aeo])$/;
const DECLINED =
  /^(?:declined|rejected|abgelehnt|verweigert|rechaza(?:d[oa])?|negad[oa]|refusee?|recusad[oa]|rifiutat[oa]|negat[oa]|geweigerd)$/;

const YES = /^(?:tak|yes|y|true|t|1|x|ja|j|wahr|si|s|verdadero|oui|o|vrai|sim|verdadeiro|on|checked|✓|✔)$/;
const NO = /^(?:no|nee|nej|n|false|f|0|-|nein|falsch|falso|non|faux|nao|off|unchecked|denied|refused|none)$/;

/** "Yes - web form", "No (2024-01-02)": with more behind it. */
const BEGINS = /^(?:(yes|ja|si|oui|sim)|no|nein|non|nao)(?= *[(,;:–-])/;

/** What may stand behind a yes or a no and takes it back, or leaves only some of it: that is for a person to read. */
const TAKEN_BACK =
  /(?:^|\W)(?:opt\w*\W?out|unsub\w*|stop\w*|revok\w*|withdr\w*|only|until|unless|except|but|no|not|never|e-?mails?|nur|bis|aber|nicht|kein\w*|widerruf\w*|abgemeldet|solo|hasta|pero|baja|seulement|jusqu\w*|mais|pas|desabonne\w*|somente|apenas|ate)(?:\W|$)/;

/** The same behind a consent; who is blacklisted is so, whether they were removed or refused. */
const REFUSED =
  /(?:^|\W)(?:blocked|blacklisted|blocklisted|cancel\w*|declin\w*|refus\w*|reject\w*|denied|remov\w*|expir\w*|lapsed|zuruckgezogen|entzogen|gesperrt|abgelehnt|retirad[oa]|retiree?|ritirat[oa]|rechaz\w*|revoc\w*|revog\w*|revoqu\w*|annul\w*|resili\w*|recus\w*|rifiut\w*|disiscri\w*|desinscri\w*|descadastr\w*|desuscri\w*|afgemeld|uitgeschreven|ingetrokken|geweigerd|alleen|soltanto|fino|niet|geen)(?:\W|$)/;

/** What programs write where there is no day. */
const NO_DAY =
  /^(?:(?:never|nie|nunca|jamais|mai|nooit)$|(?:(?:0000|0001|1900|1970)\D0?[01]\D0?[01]|0?[01]\D0?[01]\D(?:0000|0001|1900|1970))(?!\d))/;

/** What stands before a stop and makes it none. */
const NOT_STOPPED = /^\W*(?:not|never|nicht|nie|formerly|previously|former)(?![a-z])/i;

/** In front of a day: that, and how, they have agreed. */
const GIVEN =
  /^(?:|agreed|accepted|consent(?:ed)?|given|granted|obtained|signed|verbal|oral|written|paper|web|website|online|form|checkout|phone|sms|texts?|keyword|start|join|joined|opt(?:ed)?|in|yes|by|via|einwilligung|erteilt|zugestimmt|unterschrieben|formular|telefon(?:isch)?|consentimiento|firmado|formulario|verbalmente|consentement|signe|formulaire|consenso|firmato|modulo|consentimento|assinado)$/;

/** ["email", "sms"]: by which ways somebody may be written to. */
const WAYS = /^\[.*\]$/;

/** More is no word; a cell of a file may hold megabytes. */
const LONGEST = 60;

const plain = (text: string) =>
  fold(text)
    .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, " ")
    .replace(/(?<=\p{L})[.!]+$/u, "");

const isUnderstood = (word: string) =>
  [WANTS, STOPPED, NEITHER, AGREED, DECLINED, YES, NO].some((some) => some.test(word));

/** "Oui.", "NEVER_SUBSCRIBED", "OptedOut", "UnSubscribed" and "opted-out" are words as others write them. */
function wordIn(cell: string): string {
  const written = cell.slice(0, LONGEST);
  const apart = plain(written.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
  return [apart, plain(written), apart.replaceAll(" ", "")].find(isUnderstood) ?? apart;
}

/**
 * What a cell says, by what its column asks: for "Consent" a day is since when they agree, for "Blacklisted" since when
 * they want none. Null where it says nothing; undefined for what nobody understands.
 */
export function wishIn(asked: Asked, cell: string): Wish | null | undefined {
  const word = wordIn(cell);
  const [isMore, agreed] = beginning(cell, asked);
  if (asked === "Consent" && WAYS.test(word)) return /sms|text/.test(word) ? "yes" : "no";
  const [yes, none] = asked === "Consent" ? (["yes", "no"] as const) : (["stop", null] as const);
  if (word === "") return null;
  if (NO_DAY.test(word)) return none;
  const wish = wishOf(asked, word) ?? (agreed ? yes : undefined);
  if (wish) return wish;
  const { said, begins, days, day: named } = besideDay(cell);
  if (days > 1) return undefined;
  const day = named ?? clockDay(word);
  // "2099-12-31" is another way to say never.
  const isAhead = day !== null && day.getUTCFullYear() > new Date().getUTCFullYear();
  if (said === "" && day) return isAhead ? none : yes;
  const saidThen = wishOf(asked, wordIn(said));
  if (saidThen === "stop" || (saidThen && days > 0 && !isAhead)) return saidThen;
  if (isMore) return "no";
  if (!day) return undefined;
  // With other words beside it: who may want none gets none, and who may have agreed is asked about.
  if (asked === "Blacklisted") return isAhead || NOT_STOPPED.test(said) ? undefined : "stop";
  const isSure = wishOf(asked, wordIn(begins)) === "yes" || begins.split(" ").every((word) => GIVEN.test(word));
  return isSure && !isAhead && !isTakenBack(said, asked) ? "yes" : undefined;
}

/** What a word says that has no day beside it. */
function wishOf(asked: Asked, word: string): Wish | undefined {
  if (STOPPED.test(word)) return "stop";
  if (WANTS.test(word)) return "yes";
  if (NEITHER.test(word)) return "no";
  if (asked === "Consent" && AGREED.test(word)) return "yes";
  if (asked === "Consent" && DECLINED.test(word)) return "no";
  if (YES.test(word)) return asked === "Consent" ? "yes" : "stop";
  return NO.test(word) ? "no" : undefined;
}

/** Whoever says more than that behind it may say anything. */
const MOST_SAID = 500;

function beginning(cell: string, asked: Asked = "Consent"): readonly (string | undefined)[] {
  if (cell.length > MOST_SAID) return [];
  const said = fold(cell);
  const [begins, agreed] = BEGINS.exec(said) ?? [];
  return begins === undefined || isTakenBack(said.slice(begins.length), asked) ? [] : [begins, agreed];
}

const isTakenBack = (said: string, asked: Asked) =>
  TAKEN_BACK.test(said) || (asked === "Consent" && REFUSED.test(said));

/** What programs count from 1970 on, in seconds or thousandths of them; of this century, as ten digits may be a number. */
function clockDay(word: string): Date | null {
  const [, seconds] = /^(1\d{9})(?:\d{3})?(?:\.0+)?$/.exec(word) ?? [];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000);
}

/** A list knows no more states than that. */
const MOST_STATES = 12;

/** "SMS/WhatsApp Status" is about texts as well. */
const isAboutOthers = (heading: string) =>
  /mail|news/i.test(heading) || (/whatsapp|push/i.test(heading) && !isOfTexts(wordsOf(heading)));

/** Who is blocked, or no more a member, may want texts all the same. */
const TOLD =
  /^(?:(?:re|un)?subscribed|(?:(?:double|single|confirmed) )?(?:opted|opt) ?(?:in|out)|angemeldet|abgemeldet|desuscrit[oa]|desabonnee?|desinscrite?|descadastrad[oa]|disiscritt[oa])$/;

/** So is an order, a message on its way, or what somebody pays for. */
const OF_OTHERS =
  /^(?:blocked|cancell?ed|gesperrt|bloquead[oa]|bloquee?|bloccat[oa]|cancelad[oa]|retirad[oa]|retiree?|ritirat[oa]|annulee?|annullat[oa]|resiliee?|ingetrokken)$/;

const BY_TEXT = /^(?:sms|texts?|texting|messaging)$/;
const STATE = /^(?:status|state|estado|statut|etat|stato|situacao|zustand|stand|marketing)$/;
const SUBSCRIPTION = /^(?:opt|optin|optout|subscri\w*|suscri\w*|abonn?em\w*|inscri\w*|iscri\w*)$/;
const ANYBODYS = /^(?:contact|customer|client|person|current|list|consent)$/;

/** What leaves nothing of a consent, or nothing of its contrary. */
const TAKEN =
  /^(?:revoked|withdrawn|withheld|declined|denied|refused|rejected|removed|cancell?ed|expired|lapsed|pending|requested|never|formerly|previously|former|widerrufen|entzogen|verweigert|abgelehnt|zuruckgezogen|(?:de)?negad[oa]|niega|revoc(?:ad[oa]|a|ar)|retir(?:ad[oa]|ee?|a)|rechaz(?:ad[oa]|a|o)|revoqu(?:ee?|er)|refus(?:ee?|er)|revog(?:ad[oa]|a)|recus(?:ad[oa]|a)|revocat[oa]|ritir(?:at[oa]|a)|negat[oa]|rifiut(?:at[oa]|a|o)|geweigerd|ingetrokken)$/;
const NOT =
  /^(?:no|not|non|nao|ne|sin|sans|senza|sem|ohne|keine?|without|ningun[oa]?|aucune?|nessun[oa]?|nenhum[a]?|geen|zonder|ingen|inget|utan)$/;
const OR_YES = /^(?:yes|si|oui|sim|ja|true)$/;

/** "(yes/no/revoked)", "granted/refused": how it is written, where one of them is a yes. */
const CHOICE = /[[(][^\])]*[/|,;][^\])]*[\])]|[\p{L}\d]+(?:\s*[/|]\s*[\p{L}\d]+)+/gu;
const withoutChoice = (heading: string) =>
  heading.replace(CHOICE, (choice) =>
    choice
      .split(/[/|,;[\]()]/)
      .map(wordIn)
      .some((word) => [YES, WANTS, AGREED].some((some) => some.test(word)))
      ? " "
      : choice,
  );

/** "No SMS consent", "Consent revoked": a yes below it is the contrary of one; "(yes/no)" says only how it is written. */
export function asksTheContrary(heading: string): boolean {
  const words = wordsOf(withoutChoice(heading));
  const isNot = (word: string) => NOT.test(word);
  return (
    words.some((word) => TAKEN.test(word)) ||
    words.slice(0, 1).some(isNot) ||
    (words.some(isNot) && !words.some((word) => OR_YES.test(word)))
  );
}

/** "Not opted out", "Formerly blacklisted": a yes below it is the contrary of a stop; below "SMS opt in / email opt out" it is to both. */
export const asksWhoWantsTexts = (heading: string): boolean =>
  NOT_STOPPED.test(heading) || (isAboutOthers(heading) && /opt(?:ed)?[\W_]*in(?![a-z])/i.test(heading));

const isOfTexts = (called: readonly string[]) => called.some((word) => BY_TEXT.test(word));
const mayBeOfTexts = (called: readonly string[]) =>
  isOfTexts(called) ||
  ["status", "contact status"].includes(called.join(" ")) ||
  called.some((word) => SUBSCRIPTION.test(word));

/** A mere yes, no or day: nobody knows what it is said to. */
const isBare = (cell: string) => {
  const word = wordIn(cell);
  if (YES.test(word) || (/^(?!-|none|denied|refused)/.test(word) && NO.test(word))) return true;
  const { said, day } = besideDay(cell);
  return beginning(cell).length > 0 || (said === "" && (day ?? clockDay(word)) !== null);
};

/**
 * Whether a column that is called otherwise, "Status" or "Subscription", says of everybody whether they have stopped texts. Of
 * one that is called "SMS Status" a single word is enough: what else stands in it is for a person to read.
 */
export function tellsWhoStopped(heading: string, cells: readonly string[]): boolean {
  const called = wordsOf(heading);
  if (cells.length > MOST_STATES || isAboutOthers(heading) || !mayBeOfTexts(called) || cells.some(isBare)) return false;
  const words = cells.map(wordIn);
  const areKnown = words.every((word) => [WANTS, STOPPED, NEITHER].some((some) => some.test(word)));
  const isSure = (word: string) => STOPPED.test(word) && !OF_OTHERS.test(word);
  const isOnlyThat = called.every((word) => [BY_TEXT, STATE, SUBSCRIPTION, ANYBODYS].some((some) => some.test(word)));
  if (isOfTexts(called) && isOnlyThat && called.some((word) => STATE.test(word))) {
    if (words.some(isSure)) return true;
    return areKnown && words.some((word) => WANTS.test(word)) && words.some((word) => STOPPED.test(word));
  }
  return areKnown && words.some((word) => TOLD.test(word)) && !words.some((word) => OF_OTHERS.test(word));
}

/** What is asked about a column that may say who has stopped texts, and may be about something else, or whose yes may be to anything. */
export function maySayWhoStopped(heading: string, cells: readonly string[]): string | null {
  if (cells.length > MOST_STATES || isAboutOthers(heading) || !mayBeOfTexts(wordsOf(heading))) return null;
  const word = cells.find((cell) => STOPPED.test(wordIn(cell)));
  return word === undefined
    ? null
    : `“${word.trim()}” stands in it: choose “Blacklisted” if that is about texts, or “Consent” if a yes in it means that they agree.`;
}
