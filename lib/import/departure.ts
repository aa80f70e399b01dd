import { fold } from "./heading";
import { beside, entries, type Lexicon, likeness } from "./lexicon";

/** Columns that tell who is no more: a state in a word, yes or no to being there, yes or no to being gone, a last day. */
type Kind = "state" | "there" | "gone" | "lastDay";

const ABOUT_ELSE =
  "email invitation mail last date sync license licence billing payment order invoice password marital relationship 2fa sso mfa has verification subscription opt sent login sign phone device visa vaccination manager document change changed days hours";

const aboutPeople = (lists: Record<string, string>, { allowed = "", also = "" } = {}) =>
  ({
    entries: entries(lists),
    beside: beside({
      1: "user account employment employee member staff worker current is user's benutzer konto mitarbeiter usuario cuenta empleado utilisateur compte employe utilizador conta funcionario",
      0: `${ABOUT_ELSE} ${also}`
        .split(" ")
        .filter((word) => !allowed.split(" ").includes(word))
        .join(" "),
    }),
  }) satisfies Lexicon;

const KINDS: Record<Kind, Lexicon> = {
  state: aboutPeople({
    1: "status|state|employment status|account status|user status|hr status|estado|situacion|situation|statut|etat|situacao|zustand|kontostatus|beschaftigungsstatus|mitarbeiterstatus|stato|durum|статус|状态|状態|在籍状況|sign in status|login status|anmeldestatus|anmeldungsstatus|estado de inicio de sesion|etat de connexion|statut de connexion|estado de inicio de sessao|status de login",
  }),
  there: aboutPeople(
    {
      1: "active|is active|enabled|account enabled|activated|currently employed|aktiv|aktiviert|konto aktiv|activo|activa|habilitado|habilitada|actif|active o n|en poste|ativo|ativa|attivo|активен|sign in allowed|can log in|login enabled|employed|still employed|still active|still here|still works here|still working here|still with us|still with company|im unternehmen|noch im unternehmen|noch beschaftigt|beschaftigt|noch da|en la empresa|sigue en la empresa|sigue activo|toujours en poste|encore en poste|toujours present|dans l'entreprise|toujours dans l'entreprise|na empresa|ainda na empresa|em atividade",
    },
    { also: "block blocked blockieren blockiert gesperrt bloquear bloqueado bloquer bloquee" },
  ),
  gone: aboutPeople({
    1: "blocked|block credential|sign in blocked|block sign in|anmeldung blockieren|anmeldung blockiert|anmeldung gesperrt|bloquear inicio sesion|inicio sesion bloqueado|bloquer connexion|connexion bloquee|bloquear entrada|bloquear inicio sessao|bloquear credencial|bloquear credenciais|bloquer informations d'identification|bloquer informations d’identification|anmeldeinformationen blockieren|disabled|deleted|is deleted|suspended|terminated|archived|deactivated|inactive|left|has left|former employee|gesperrt|blockiert|deaktiviert|geloscht|inaktiv|ausgeschieden|bloqueado|deshabilitado|eliminado|suspendido|desactivado|inactivo|baja|de baja|bloque|desactive|supprime|suspendu|inactif|parti|desativado|excluido|suspenso|inativo|desligado|bloqueada|account disabled|konto gesperrt|leaver",
  }),
  lastDay: aboutPeople(
    {
      1: "termination date|terminated on|end date|employment end date|leaving date|leave date|leaving on|exit date|last day|last working day|last day of work|separation date|date of leaving|soft deletion time stamp|deletion date|deleted at|deleted on|deleted date|deactivated at|deactivated on|deactivated date|deactivation date|disabled at|suspended at|date left|contract end|contract end date|austrittsdatum|austritt|letzter arbeitstag|kundigungsdatum|ausgeschieden am|deaktiviert am|geloscht am|fecha de baja|fecha baja|fecha de salida|fecha de cese|fecha de terminacion|date de sortie|date de depart|date de fin|date de fin de contrat|date fin contrat|data de saida|data de desligamento|data de demissao|data de rescisao|data de termino|termination|offboarding date|resignation date|data cessazione|datum uit dienst|uit dienst|fecha de fin de contrato|fecha fin contrato|fecha de finalizacion|data fim contrato|data de fim|data de fim de contrato|vertragsende|дата увольнения|slutdatum",
    },
    { allowed: "last date" },
  ),
};

/** Words for somebody who is no more, in any form of theirs: "Suspended", "DEPROVISIONED", "inactiva", "désactivé(e)". */
const GONE =
  /^(?:(?:is|user|account|employee|was|has|been|dado|dada|de|est|a|foi|ist|wurde|konto|compte|cuenta|conta)\s+)*(?:suspend|suspens|sospes|inactiv|inaktiv|inactif|inativ|inattiv|nieaktywn|pasif|deactivat|deaktiv|desactiv|desativ|disattiv|deprovision|terminat|terminad|disabl|deshabilit|desabilit|blocked|block$|blockiert|gesperrt|ausgesetzt|stillgelegt|bloque|bloquead|zablokowan|delet|gelosch|eliminad|supprim|excluid|removid|removed|archiv|arquivad|left|leaver|leaving|resign|retired|retraite|retirad|jubilad|aposentad|exonerad|finiquitad|desvinculad|former|ehemalig|ancien|ex[- ]|offboard|dismiss|fired|laid off|exited|ended|deceased|quit\b|gone|departed|separated|ausgeschied|ausgetret|gekundig|kundigung|rente$|in rente|ruhestand|im ruhestand|pensionier|entlassen|baja\b(?! (?:california|medica|por|maternal|paternal|temporal|laboral temporal))|despedid|cesad|cesant|cessat|licenziat|renunci|parti\b|partie\b|sorti|demission|quitt|fin de contrat|licencie|radie|desligad|demitid|encerrad|rescind|rescis|zwolnion|ayrıldı|ayrildi|uit dienst|closed|revoked|expelled|unemployed|уволен|неактив|заблокир|удален|отключ|离职|離職|退職|退社)|^(?:is\s+|est\s+|ist\s+|esta\s+)?(?:no longer|not|non|plus|no|ya no|nao|nicht|nicht mehr)\s+(?:activ|aktiv|actif|ativ|attiv|enabl|employ|habilit|beschaftigt|angestellt|en poste|with us|working)/u;

/** Another kind of state, of which one is called like a departure. */
const MARITAL = /^(?:single$|married|divorced|widow|ledig|verheiratet|solter|casad|celibataire|marie)/;

/** Nobody at all: programs and rooms in lists of people. */
const NO_PERSON = /^(?:(?:workflow )?bot|app|service account|shared mailbox|resource|room|equipment)$/;

const HERE =
  /^(?:activ|aktiv|actif|ativ|attiv|enabl|habilit|employ|current|invit|pending|staged|provision|member|owner|admin|primary|user|guest|ok$|yes$|full|part|regular|permanent|on leave|leave|recovery|password|locked|probation|festangestellt|en poste|contratad|works|working|present|verified|registered|confirmed|alta$|standard|licensed|basic|in service|new$|hired|onboard|allow|zulass|permit|autori|aktyw)/;

const YES = /^(?:true|yes|y|1|x|ja|j|wahr|si|s|verdadero|oui|o|vrai|sim|verdadeiro|да|✓|✔|on|t|checked)$/;
const NO = /^(?:false|no|n|0|nein|falsch|falso|non|faux|nao|нет|off|f|unchecked|-)$/;

/** Which kind of such a column a heading means; null for another one. */
export function departureKind(heading: string): Kind | null {
  const all = Object.entries(KINDS).map(([kind, lexicon]) => [kind as Kind, likeness(heading, lexicon)] as const);
  const [kind, how] = all.reduce((best, each) => (each[1] > best[1] ? each : best));
  return how >= 0.5 ? kind : null;
}

/** Of a state or a day; a cell of megabytes is neither. */
const LONGEST = 100;

const wordIn = (cell: string) => fold(cell.slice(0, LONGEST));

/** A list knows no more states than that. */
export const MOST_STATES = 12;

/**
 * Whether a column says who is no more: by its heading and a word that does, or half of its different cells at least, or by
 * all of them alone. "State" is a status, or California.
 */
export function tellsWhoLeft(heading: string, cells: readonly string[]): boolean {
  const different = [...new Set(cells.map(wordIn))].filter((cell) => cell !== "");
  const kind = departureKind(heading);
  const isState = (word: string) => GONE.test(word) || HERE.test(word) || NO_PERSON.test(word);
  const isKnown = (word: string) =>
    isState(word) ||
    (kind === "lastDay" ? serialDay(word) !== null : YES.test(word) || NO.test(word)) ||
    (kind !== "there" && (DAY.test(word) || dayOf(word, false) !== null));
  if (different.some((word) => MARITAL.test(word))) return false;
  if (kind === "state" && (different.some((word) => GONE.test(word)) || areCodes(different))) return true;
  if (kind) return different.filter(isKnown).length * 2 >= Math.max(1, different.length);
  if (different.length === 0 || different.length > MOST_STATES) return false;
  return different.some((word) => GONE.test(word)) && different.every(isState);
}

/** "A", "L", "T": a state in one letter, as programs for payrolls write it. */
const areCodes = (words: readonly string[]) => words.includes("a") && words.every((word) => /^\p{L}$/u.test(word));

/** Baja, inactive, terminated, deceased or dismissed, retired. */
const GONE_CODE = /^[bitdr]$/;

/** Reads a column's cells: true for somebody who is no more, by the day that it is. */
export function departureReader(heading: string, cells: readonly string[], today = new Date()) {
  const kind = departureKind(heading) ?? "state";
  const isCoded = kind === "state" && areCodes([...new Set(cells.map(wordIn))].filter((cell) => cell !== ""));
  const dayFirst = cells.some((cell) => Number(/^\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{2,4}/.exec(cell)?.[1]) > 12);
  return (cell: string): boolean => {
    const word = wordIn(cell);
    if (word === "") return false;
    const day = dayOf(cell.slice(0, LONGEST), dayFirst) ?? (kind === "lastDay" ? serialDay(word) : null);
    if (day) return kind !== "there" && day.getTime() <= today.getTime();
    if (GONE.test(word) || NO_PERSON.test(word)) return true;
    if (isCoded) return GONE_CODE.test(word);
    if (kind === "there" || kind === "state") return NO.test(word) && (kind === "there" || word !== "-");
    return kind === "gone" && YES.test(word);
  };
}

/** A day in figures, in any order, or zeros in place of one. */
const DAY = /^\d{1,4}([/.-])\d{1,2}\1(?:\d{4}|\d{1,2})(?!\d)/;

export const dayIn = (cell: string) => dayOf(cell, false) ?? serialDay(cell);

/** 2026-10-12, 10/12/2026, 12.10.2026, with a time behind it or not; null for what is no date. */
function dayOf(cell: string, dayFirst: boolean): Date | null {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const [, month, ofYear = "", before, monthAfter] =
    /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2}))$/.exec(text) ?? [];
  if (month ?? monthAfter) return dateOf(before ?? ofYear, month ?? monthAfter, LATE);
  const other = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(text);
  if (!other) return wordDay(text);
  const [, one, sign, two, year = ""] = other;
  const isDayFirst = dayFirst || sign === ".";
  return dateOf(year.length === 2 ? `20${year}` : year, isDayFirst ? two : one, isDayFirst ? one : two);
}

/** Where only the month is said: a day that it has. */
const LATE = "28";

/** 20241231, and what a spreadsheet keeps of a day that it was not told to show as one: days since 1900. */
function serialDay(text: string): Date | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year) return dateOf(year, month, day);
  const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  return days > 20_000 && days < 80_000 ? new Date(Date.UTC(1899, 11, 30 + days)) : null;
}

/** How the months begin in English, German, Spanish, French and Portuguese. */
const MONTHS =
  "jan ene|feb fev|mar|apr abr avr|may mai|jun juin|jul juil|aug ago aou|sep set|oct okt out|nov|dec dez dic"
    .split("|")
    .map((beginnings) => beginnings.split(" "));

/** "Oct 12, 2026", "12 October 2026", "28 févr. 2024", "28 de febrero de 2024" */
function wordDay(text: string): Date | null {
  const [, day = LATE, name, year] =
    /^(?:(\d{1,2})[. ]*(?:de )?)?(\p{L}{3,})[. ]*(?:de )?(\d{4})/u.exec(fold(text)) ?? [];
  const month = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => name?.startsWith(beginning)));
  if (month !== -1) return dateOf(year, String(month + 1), day);
  if (!/\p{L}{3}.*\d{4}/u.test(text) && !/\d{1,2}[ -]\p{L}{3}/u.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : new Date(moment);
}

/** What programs write where there is no day: "00/00/0000", "0001-01-01", "1601-01-01", "1900-01-01". */
const NO_DAY_UNTIL = 1901;

function dateOf(year = "", month = "", day = ""): Date | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(date.getTime()) || Number(month) > 12 || Number(year) < NO_DAY_UNTIL ? null : date;
}
