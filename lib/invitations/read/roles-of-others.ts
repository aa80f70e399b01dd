import { rolesWith } from "../../access/permissions";
import { ourRole, roleWords } from "./access-cells";

/** What other programs call their rights, in five languages: whose "Admin" stands beside one of these is theirs. */
const ELSEWHERE =
  /^(?:(?:primary |workspace |account |organi[sz]ation |team |full |standard |regular |basic |external |single channel |multi channel )?(?:owner|member|user|guest)|(?:super|co|global|primary|org|billing|site|read only)[ -]?admin(?:istrator)?|editor|author|contributor|collaborator|commenter|licensed|unlicensed|standard|basic|limited|restricted|read only|view only|full access|inhaber|mitglied|benutzer|gast|bearbeiter|propietario|miembro|usuario|invitado|editora?|proprietaire|propriétaire|membre|utilisateur|invité|éditeur|proprietário|membro|utilizador|usuário|convidado)$/;

/**
 * Why a column is not read as roles though some of its cells are called like ours; null where it is. Another program's
 * rights and people's jobs are no roles here: of what it says half has to be ours, and not only who manages others.
 */
export function rolesOfOthers(cells: readonly string[]): string | null {
  const words = [...new Set(cells.flatMap(roleWords))];
  const ours = words.flatMap((word) => ourRole(word) ?? []);
  const others = words.filter((word) => !ourRole(word));
  const isOurs = ours.length >= others.length && ours.some((role) => !rolesWith("users.manage").includes(role));
  if (others.length === 0 || (isOurs && !others.some((word) => ELSEWHERE.test(word)))) return null;
  return "Not all of its values are roles here: they may be another program’s. If ours are meant, choose “Role”.";
}
