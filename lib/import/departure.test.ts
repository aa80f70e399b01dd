import { describe, expect, test } from "vitest";
import { departureReader, isGone, tellsWhoLeft } from "./departure";

const TODAY = new Date("2026-11-28T12:00:00Z");

/** Whom a column says to have left: none where it is not read as such. */
function leftBy(heading: string, cells: readonly string[]): string[] {
  if (!tellsWhoLeft(heading, cells)) return [];
  return cells.filter(departureReader(heading, cells, TODAY));
}

describe("who has left is told by", () => {
  test.each<[string, string[], string[]]>([
    ["Status [SOMENTE LEITURA]", ["Ativo", "Suspenso"], ["Suspenso"]],
    ["Stato", ["Attivo", "Sospeso", "Cessato"], ["Sospeso", "Cessato"]],
    ["Status [NUR LESEN]", ["Aktiv", "Ausgesetzt"], ["Ausgesetzt"]],
    ["Status", ["Aktywny", "Nieaktywny", "Zwolniony"], ["Nieaktywny", "Zwolniony"]],
    ["Durum", ["Aktif", "Pasif", "Ayrıldı"], ["Pasif", "Ayrıldı"]],
    ["Sign-in status", ["Allowed", "Blocked"], ["Blocked"]],
    ["Anmeldestatus", ["Zulässig", "Blockiert"], ["Blockiert"]],
    ["Statut", ["Actif", "Non actif"], ["Non actif"]],
    ["Status", ["Aktiv", "Nicht mehr aktiv"], ["Nicht mehr aktiv"]],
    // One word that is sure is enough under such a heading, whatever else stands there.
    ["status", ["Member", "Multi-Channel Guest", "Single-Channel Guest", "Freelance", "Deactivated"], ["Deactivated"]],
    ["status", ["Member", "Workflow Bot"], ["Workflow Bot"]],
    ["Employment Status", ["A", "L", "T"], ["T"]],
    ["Situação", ["A", "I"], ["I"]],
    ["在籍状況", ["在籍", "退職"], ["退職"]],
    ["Estado", ["Activo", "Baja médica", "Baja voluntaria", "Desvinculado"], ["Baja voluntaria", "Desvinculado"]],
    ["Status", ["Aktiv", "Elternzeit", "Ruhestand", "Kündigung"], ["Ruhestand", "Kündigung"]],
    ["Situation", ["En poste", "Congé maternité", "A quitté", "Fin de contrat"], ["A quitté", "Fin de contrat"]],
    ["Status", ["Active", "On leave", "Laid off", "Exempt"], ["Laid off"]],
    ["Situação", ["Ativo", "Afastado", "Exonerado"], ["Exonerado"]],
    ["Estado", ["Alta", "Baja", "Baja desde 01/02/2024"], ["Baja", "Baja desde 01/02/2024"]],
    ["Estado", ["A", "B"], ["B"]],
    ["EmpStatus", ["A - Active", "L - Leave", "T - Terminated"], ["T - Terminated"]],
    ["Okta Status", ["Active", "Suspended"], ["Suspended"]],
    ["Lifecycle", ["Active", "Suspended"], ["Suspended"]],
    ["ISACTIVE", ["true", "false"], ["false"]],
    ["Estado laboral", ["Activo", "Baja"], ["Baja"]],
    ["Statut du collaborateur", ["Actif", "Sorti"], ["Sorti"]],
    ["Benutzerstatus", ["Aktiv", "Gesperrt"], ["Gesperrt"]],
    ["Aktiv/Inaktiv", ["aktiv", "inaktiv"], ["inaktiv"]],
    ["emp_status_desc", ["Active", "Terminated"], ["Terminated"]],
    ["Record Status", ["Active", "Inactive"], ["Inactive"]],
    ["Stav", ["Aktivní", "Neaktivní"], ["Neaktivní"]],
    ["Account", ["Active", "Disabled"], ["Disabled"]],
    ["Standing", ["Active", "Resigned"], ["Resigned"]],
    [
      "Comments",
      ["Left the company in May", "Left-handed", "No longer in Sales", "Retired from the choir", "Blocked on Mondays"],
      ["Left the company in May"],
    ],
    ["Bemerkung", ["nicht mehr bei uns", "neuer Schlüssel", "Vertrag gekündigt"], ["nicht mehr bei uns"]],
  ])("%s: %j", (heading, cells, left) => expect(leftBy(heading, cells)).toEqual(left));

  test.each([
    ["Still here?", "Y", "N"],
    ["Employed (Y/N)", "Y", "N"],
    ["Noch im Unternehmen", "Ja", "Nein"],
    ["Toujours en poste ?", "Oui", "Non"],
    ["¿Sigue en la empresa?", "Sí", "No"],
    ["Ainda na empresa", "Sim", "Não"],
  ])("yes or no to %s", (heading, yes, no) => expect(leftBy(heading, [yes, no])).toEqual([no]));

  test.each([
    ["Termination date", "45291"],
    ["Austrittsdatum", "12/2024"],
    ["Austritt", "Dezember 2024"],
    ["Last working day", "2024-12"],
    ["Austrittsdatum", "20241231"],
    ["Last day", "5-Jan-24"],
    ["Fecha de fin de contrato", "31/12/2024"],
    ["Vertragsende", "31.12.2024"],
    ["ausgeschieden zum", "31.05.2024"],
    ["Last Day Worked", "05/31/2024"],
    ["Fecha de egreso", "31/05/2024"],
  ])("a last day, %s: %s", (heading, day) => expect(leftBy(heading, ["", day])).toEqual([day]));
});

describe("nobody has left by", () => {
  test.each<[string, string[]]>([
    ["Estado", ["Jalisco", "Baja California", "Baja California Sur"]],
    ["Status", ["Not suspended", "Not blocked", "Active"]],
    ["Account status", ["Not deleted"]],
    ["Employment Status", ["A", "L", "P"]],
    ["Shift", ["A", "B", "T"]],
    ["Termination date", ["", "80001", "N/A", "-"]],
    ["Austrittsdatum", ["12/2099", "Dezember 2099"]],
    ["Employed since", ["2020-01-01", "2021-05-01"]],
    ["Employee ID", ["45291", "45292"]],
    ["Plan", ["Basic", "Premium"]],
    ["Status", ["Single", "Married", "Separated"]],
    ["Status", ["A", "B", "C"]],
    ["Status", ["A", "B"]],
    ["Status", ["A", "B", "D"]],
    ["Estado", ["Baja Calif.", "Baja Verapaz", "B.C."]],
    ["Prioridad", ["Baja", "Alta"]],
    ["International calls", ["Blocked", "Allowed"]],
    ["MFA", ["Not enabled", "Enabled"]],
    ["2FA", ["Disabled", "Enabled"]],
    ["Two-step verification", ["Disabled", "Enabled"]],
    ["Voicemail enabled", ["No", "Yes"]],
    ["Enabled features", ["None", "No"]],
    ["Mailbox status", ["Archived", "Active"]],
    ["Laptop status", ["Retired", "Active"]],
    ["Badge", ["Deactivated", "Active"]],
    ["Newsletter", ["Removed", "Active"]],
    ["Department", ["Archive", "Archive"]],
    ["Title", ["Archivist", "Member"]],
    ["Team", ["Leftfield"]],
    ["Service", ["Active", "Terminated"]],
    ["Probation end date", ["2020-06-30", "30.06.2020"]],
    ["Warranty end date", ["2020-06-30"]],
  ])("%s: %j", (heading, cells) => expect(leftBy(heading, cells)).toEqual([]));
});

test.each([
  "Terminated",
  "terminated on 12/31/2024",
  "Left",
  "Left May 2024",
  "suspended since 2024",
  "Inactive",
  "Archived",
  "ausgeschieden zum 31.12.2024",
  "Dado de baja",
  "Désactivée",
  "Desligado em 2024-05-31",
])("(%s) behind a name says that they are no more", (aside) => expect(isGone(aside)).toBe(true));

test.each([
  "Archivist",
  "Archives",
  "Sorting Office",
  "Left Coast",
  "Left Marketing",
  "Left-handed",
  "Closed Captions",
  "Suspension Design",
  "Retirement Plans",
  "Resignations",
  "Terminated Contracts",
  "formerly Lopez",
  "Baja",
  "Guest",
])("(%s) behind a name does not", (aside) => expect(isGone(aside)).toBe(false));
