import { rolesWith } from "../../access/permissions";
import { entries, type Lexicon, likeness } from "../../import/lexicon";
import type { ColumnInTable } from "../../import/map-columns";
import { ourRole, roleWords } from "./access-cells";
import { invitationColumns } from "./columns";

/** What other programs call their rights, in five languages: whose "Admin" stands beside one of these is theirs. */
const ELSEWHERE =
  /^(?:(?:primary |workspace |account |organi[sz]ation |team |full |standard |regular |basic |external |single channel |multi channel )?(?:owner|member|user|guest)|(?:super|co|global|primary|org|billing|site|read only)[ -]?admin(?:istrator)?|editor|author|contributor|collaborator|commenter|licensed|unlicensed|standard|basic|limited|restricted|read only|view only|full access|inhaber|mitglied|benutzer|gast|bearbeiter|propietario|miembro|usuario|invitado|editora?|proprietaire|propriétaire|membre|utilisateur|invité|éditeur|proprietário|membro|utilizador|usuário|convidado)$/;

/** What hardly another program calls a right. */
const OURS = /^(?:end user|messaging agent)$/;

/** What lists of another program's accounts, and of employees, say of each: nobody writes it down to invite somebody. */
const ACCOUNTS: Lexicon = {
  entries: entries({
    1: "user status|account status|last login|last sign in|last seen|last active|last activity|last access|last logged in|2fa|mfa|two factor|two factor authentication|2sv|sso|saml|user id|member id|account id|employee id|hire date|license|licenses|license type|seat|seat type|billing|plan|date added|date invited|invited by|invited at|created|created at|created date|created on|member since|account type|permission set|workspace|workspaces|joined|date joined|letzte anmeldung|zuletzt aktiv|zuletzt angemeldet|lizenz|benutzer id|personalnummer|eintrittsdatum|ultimo acceso|ultima conexion|licencia|derniere connexion|dernier acces|licence|matricule|ultimo login|licenca|matricula",
  }),
  beside: new Map(),
};

/**
 * Why a column is not read as roles though some of its cells are called like ours; null where it is. Another program's
 * rights and people's jobs are no roles here: of what it says half has to be ours, and not only who manages others. Where
 * all is called like ours, the headings tell whose they are.
 */
export function rolesOfOthers({ cells, heading, headings }: ColumnInTable): string | null {
  const words = [...new Set(cells.flatMap(roleWords))];
  const ours = words.flatMap((word) => ourRole(word) ?? []);
  const others = words.filter((word) => !ourRole(word));
  const isOurs = ours.length >= others.length && ours.some((role) => !rolesWith("users.manage").includes(role));
  if (others.length > 0 && (!isOurs || others.some((word) => ELSEWHERE.test(word))))
    return "Not all of its values are roles here: they may be another program’s. If ours are meant, choose “Role”.";
  const isSure = words.some((word) => OURS.test(word)) || cells.some((cell) => / · |@/.test(cell));
  const isTheirs =
    likeness(heading, invitationColumns.roles.lexicon) < 1 ||
    headings.some((each) => each !== heading && likeness(each, ACCOUNTS) > 0.9);
  return isSure || !isTheirs ? null : "They may be another program’s roles. If ours are meant, choose “Role”.";
}
