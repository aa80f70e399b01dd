import { beside, entries, type Lexicon } from "./lexicon";

/** Columns that tell who is no more: a state in a word, yes or no to being there or gone, a last day, a directory's bits. */
export type Kind = "state" | "there" | "gone" | "lastDay" | "bits";

const ABOUT_ELSE =
  "email invitation mail last date sync license licence billing payment order invoice password marital relationship 2fa sso mfa has verification subscription opt sent login sign phone device visa vaccination manager document change changed days hours";

const PEOPLE =
  "user account emp acct record desc employment employee member staff worker personnel person people colleague teammate agent associate current currently is user's hr work working job position lifecycle provisioning profile active contract seat login as today benutzer konto mitarbeiter vertrag usuario cuenta empleado contrato utilisateur compte employe contrat utilizador conta funcionario colaborador laboral trabajador trabajadora empleo collaborateur collaboratrice salarie salariee agent funcional personal okta google workspace slack microsoft m365 o365 365 azure entra ad directory adp zoom jira zendesk";
const YES_OR_NO = "y n j s o yes no ja nein si oui non sim nao true false 0 1";
const WHEN =
  "effective actual planned expected original utc gmt time stamp timestamp day date datum fecha data dia company firm office in at on from yyyy mm dd tt jj jjjj aaaa unternehmen firma empresa entreprise societe zum am";

/** A word beside them that is none of these makes it another thing's state: "Voicemail enabled", "End of probation". */
const aboutPeople = (lists: Record<string, string>, { known = "", allowed = "", also = "" } = {}) =>
  ({
    entries: entries(lists),
    beside: beside({
      1: `${PEOPLE} ${known}`.trim(),
      0: `${ABOUT_ELSE} ${also}`
        .split(" ")
        .filter((word) => !`${allowed} ${known}`.split(" ").includes(word))
        .join(" "),
    }),
  }) satisfies Lexicon;

export const KINDS: Record<Kind, Lexicon> = {
  bits: aboutPeople({ 1: "user account control|useraccountcontrol" }),
  state: aboutPeople({
    1: "status|state|lifecycle|lifecycle state|employment status|account status|user status|hr status|estado|estatus|situacion|situation|statut|etat|situacao|zustand|kontostatus|beschaftigungsstatus|mitarbeiterstatus|benutzerstatus|personalstatus|beschaftigungsverhaltnis|arbeitsverhaltnis|active inactive|active terminated|active or terminated|active or inactive|aktiv inaktiv|activo inactivo|actif inactif|ativo inativo|stato|durum|статус|stav|stan|状态|状態|在籍状況|sign in status|login status|anmeldestatus|anmeldungsstatus|estado de inicio de sesion|etat de connexion|statut de connexion|estado de inicio de sessao|status de login",
  }),
  there: aboutPeople(
    {
      1: "active|isactive|is active|enabled|isenabled|accountenabled|account enabled|activated|currently employed|aktiv|aktiviert|konto aktiv|activo|activa|habilitado|habilitada|actif|active o n|en poste|ativo|ativa|attivo|активен|sign in allowed|can log in|login enabled|employed|still employed|still active|still here|still works here|still working here|still with us|still with company|im unternehmen|noch im unternehmen|noch beschaftigt|beschaftigt|noch da|en la empresa|sigue en la empresa|sigue activo|toujours en poste|encore en poste|toujours present|dans l'entreprise|toujours dans l'entreprise|na empresa|ainda na empresa|em atividade",
    },
    { known: YES_OR_NO, also: "block blocked blockieren blockiert gesperrt bloquear bloqueado bloquer bloquee" },
  ),
  gone: aboutPeople(
    {
      1: "blocked|isblocked|isdisabled|isdeleted|issuspended|accountdisabled|block credential|sign in blocked|block sign in|anmeldung blockieren|anmeldung blockiert|anmeldung gesperrt|bloquear inicio sesion|inicio sesion bloqueado|bloquer connexion|connexion bloquee|bloquear entrada|bloquear inicio sessao|bloquear credencial|bloquear credenciales|bloquear las credenciales|credenciales bloqueadas|bloquear credenciais|blocca credenziali|bloquer informations d'identification|bloquer informations d’identification|anmeldeinformationen blockieren|disabled|deleted|is deleted|suspended|terminated|archived|deactivated|inactive|left|has left|former employee|gesperrt|blockiert|deaktiviert|geloscht|inaktiv|ausgeschieden|bloqueado|deshabilitado|eliminado|suspendido|desactivado|inactivo|baja|de baja|bloque|desactive|supprime|suspendu|inactif|parti|desativado|excluido|suspenso|inativo|desligado|bloqueada|account disabled|konto gesperrt|leaver|resigned|retired|offboarded|dismissed|no longer employed|no longer active|not active|jubilado|jubilada|retraite|ausgetreten|ehemalig|ehemaliger mitarbeiter|ex employee|demitido",
    },
    { known: YES_OR_NO },
  ),
  lastDay: aboutPeople(
    {
      1: "termination date|terminated on|end date|employment end date|leaving date|leave date|leaving on|exit date|last day|last working day|last day of work|separation date|date of leaving|soft deletion time stamp|deletion date|deleted at|deleted on|deleted date|deactivated at|deactivated on|deactivated date|deactivation date|disabled at|suspended at|date left|left on|leaver date|relieving date|last day worked|contract end|contract end date|austrittsdatum|austritt|letzter arbeitstag|kundigungsdatum|ausgeschieden am|ausgeschieden zum|beendigung|beendigungsdatum|deaktiviert am|geloscht am|fecha de baja|fecha baja|fecha de salida|fecha de cese|fecha de terminacion|fecha de termino|fecha de egreso|fecha de desvinculacion|date de sortie|date de depart|date de fin|date de fin de contrat|date fin contrat|data de saida|data de desligamento|data de demissao|data de rescisao|data de termino|data de cessacao|data cessacao|data de cessacao do contrato|termination|offboarding date|resignation date|data cessazione|datum uit dienst|uit dienst|fecha de fin de contrato|fecha fin contrato|fecha de finalizacion|data fim contrato|data de fim|data de fim de contrato|vertragsende|дата увольнения|slutdatum|account expiration date|account expires",
    },
    { known: WHEN, allowed: "last date" },
  ),
};

/** Headings that leave open what a column says: 1, of anything; less, of the person. */
export const VAGUE: Lexicon = {
  entries: entries({
    1: "recipient type details|recipient type|mailbox type|info|infos|information|note|notes|comment|comments|remark|remarks|memo|description|hinweis|hinweise|bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|kommentar|nota|notas|observacion|observaciones|comentario|comentarios|remarque|remarques|commentaire|commentaires|observation|observations|observacao|observacoes|misc|other|sonstiges|otros|autre",
    0.9: "account|user|employee|employment|staff|member|membership|worker|person|access|login|log in|sign in|konto|benutzer|mitarbeiter|beschaftigung|zugang|anmeldung|cuenta|usuario|empleado|empleo|acceso|compte|utilisateur|employe|salarie|emploi|acces|conta|utilizador|funcionario|colaborador|emprego|acesso|active directory|flag|type|category|kategorie|categoria|categorie|tipo|typ|column|field|unnamed|spalte|columna|colonne|coluna",
  }),
  beside: beside({ 1: "account user employee hr 1 2 3 4 5 6 7 8 9" }),
};

/** Words for somebody who is no more, in any form of theirs: "Suspended", "DEPROVISIONED", "inactiva", "désactivé(e)". */
export const GONE =
  /^(?:(?:is|user|account|employee|was|has|been|dado|dada|de|est|a|foi|ist|wurde|konto|compte|cuenta|conta|sign[- ]in|login|anmeldung|connexion|inicio de sesion|inicio de sessao|contract|contrato|contrat|vertrag)\s+)*(?:suspend|suspens|sospes|inactiv|inaktiv|inactif|inativ|inattiv|nieaktywn|neaktiv|pasif|deactivat|deaktiv|desactiv|desativ|disattiv|deprovision|terminat|terminad|disabl|deshabilit|desabilit|blocked|block$|blockiert|gesperrt|ausgesetzt|stillgelegt|bloque|bloquead|zablokowan|delet|gelosch|eliminad|supprim|excluid|removid|removed|archiv|arquivad|left|leaver|leaving|resign|retired|retraite|retirad|jubilad|aposentad|exonerad|finiquitad|finalizad|desvinculad|former|ehemalig|ancien|ex[- ]|offboard|dismiss|fired|laid off|exited|ended|beendet|deceased|quit\b|gone|departed|separated|ausgeschied|ausgetret|gekundig|kundigung|rente$|in rente|ruhestand|im ruhestand|pensionier|entlassen|baja(?=$|[^\p{L}]*$| (?:voluntari|involuntari|definitiv|total|administrativ|laboral$|de (?:la )?empresa|desde|en |el |a partir|por (?:despido|renuncia|jubilacion|fin|cese))|[ ,:(-]+\d)|despedid|cesad|cessad|cesant|cessat|termine(?:e?$|e? (?:le|depuis))|rompue?$|cloture|licenziat|renunci|parti\b|partie\b|sorti|demission|quitt|fin de contrat|licencie|radie|desligad|demitid|encerrad|rescind|rescis|zwolnion|ayrıldı|ayrildi|uit dienst|closed|revoked|expelled|unemployed|уволен|неактив|заблокир|удален|отключ|离职|離職|退職|退社)|^(?:is\s+|est\s+|ist\s+|esta\s+)?(?:no longer|not|non|plus|no|ya no|nao|nicht|nicht mehr)\s+(?:activ|aktiv|actif|ativ|attiv|enabl|employ|habilit|beschaftigt|angestellt|en poste|with us|working)/u;

/** What brackets behind a name say of whoever is no more, whole, and since when. */
export const GONE_ASIDE =
  /^(?:(?:has|was|is|hat|ist|wurde|ha|a|est|foi|user|account|employee) )?(?:left(?: (?:the |our )?company)?|terminated|suspended|inactive|not active|no longer (?:active|employed|with us|here)|archived|deactivated|disabled|deprovisioned|offboarded|resigned|retired|dismissed|laid off|deceased|(?:former|ex)[- ]employee|ausgeschieden|ausgetreten|gesperrt|deaktiviert|inaktiv|archiviert|suspendiert|gekundigt|entlassen|nicht mehr (?:aktiv|da|bei uns|beschaftigt)|im ruhestand|in rente|inactiv[oa]|suspendid[oa]|archivad[oa]|desactivad[oa]|deshabilitad[oa]|despedid[oa]|desvinculad[oa]|jubilad[oa]|dad[oa] de baja|baja (?:voluntaria|definitiva)|ya no trabaja(?: aqui)?|inacti(?:f|ve)|suspendue?|archivee|desactivee?|licenciee?|partie?|sortie?|quitte(?: (?:la societe|l'entreprise))?|a la retraite|inativ[oa]|suspens[oa]|arquivad[oa]|desativad[oa]|desligad[oa]|demitid[oa]|aposentad[oa]|saiu|inattiv[oa]|sospes[oa]|licenziat[oa]|离职|離職|退職|退社)(?:[ ,:–-]+(?:(?:on|since|as of|in|effective|am|seit|zum|per|el|desde|en|le|depuis|em) )?(.+))?$/u;

/** Another kind of state, of which one is called like a departure. */
export const MARITAL = /^(?:single$|married|divorced|widow|ledig|verheiratet|solter|casad|celibataire|marie)/;

/** Nobody at all: programs and rooms in lists of people. */
export const NO_PERSON =
  /^(?:(?:workflow )?bot|app|service account|(?:shared|remote ?shared|room|remote ?room|equipment|remote ?equipment|scheduling|discovery|group|team|public ?folder|arbitration|monitoring|system) ?mailbox|mail ?(?:non)?universal ?(?:distribution|security)? ?group|(?:dynamic ?)?distribution ?group|distribution ?list|room ?list|resource|room|equipment)$/;

export const HERE =
  /^(?:(?:remote ?)?user ?mailbox|linked ?mailbox|mail ?(?:user|contact)$|activ|aktiv|actif|ativ|attiv|enabl|habilit|employ|current|invit|pending|staged|provision|member|owner|admin|primary|user|guest|ok$|yes$|full|part|regular|permanent|on leave|leave|recovery|password|locked|probation|festangestellt|en poste|contratad|works|working|present|verified|registered|confirmed|alta$|standard|licensed|basic|in service|new$|hired|onboard|allow|zulass|permit|autori|aktyw)/;

/** What nobody says of anything else, in whatever column: "Resigned", "Left the company in May", "Nicht mehr bei uns". */
export const SURE =
  /^(?:(?:has|have|was|is|hat|ist|wurde|a|ha|est|foi|se|causo|he|she|they|er|sie|il|elle)\s+)*(?:left (?:(?:the|our) (?:company|firm|team|business|organi|job|practice|group|agency|school|office)|company|us\b|(?:in|on|at|as of|by|since|end of|early|mid)?\s*(?:\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter))|no longer (?:with|works?\b|working|employed|here|at|active|an? (?:employee|member))|not (?:with us|working here|employed)|resign|terminated (?:on|in|by|for|as|from|\d)|dismissed|fired\b|laid off|let go|deceased|passed away|offboard|leaver\b|(?:former|ex)[- ](?:employee|staff|member|colleague|worker|mitarbeiter|emplead)|deprovision|ausgeschied|ausgetreten|entlassen|gekundigt (?:zum|am|per|von|\d)|nicht mehr (?:da\b|bei|im|in der firma|beschaftigt|aktiv|tatig|angestellt)|ehemalig|im ruhestand|in rente|despedid|finiquitad|jubilad|desvinculad|dad[oa] de baja|(?:de )?baja (?:voluntari|definitiv)|renuncio|ya no (?:trabaja|esta|labora)|quitte|parti[e]? (?:de|depuis|le|en \d|a la retraite)|demission|licencie|retraite|n'est plus|ne travaille plus|demitid|desligad|aposentad|exonerad|nao (?:trabalha|esta) mais|ja nao|saiu|licenziat|zwolnion|uit dienst|ayrıldı|ayrildi|уволен|离职|離職|退職|退社)/u;
