import { dayIn } from "../../import/departure";
import { fold } from "../../import/heading";

/** The months, the days of the week and the zones of time as they are written out or shortened: other words are said beside a day. */
const NAMES = new Set(
  `jan january januar januari janvier janv janeiro ene enero gen gennaio feb february februar februari fevrier fevr fev fevereiro febrero febbraio febbr
   mar march marz maerz mrz marzo mars marco maart mrt apr april abr abril avr avril aprile may mai mayo maio mag maggio mei
   jun june juni juin junio junho giu giugno jul july juli juillet juil julio julho lug luglio aug august augustus ago agosto aout
   sep sept september set sett settembre septiembre septembre setembro oct october octobre octubre okt oktober ott ottobre outubro
   nov november noviembre novembre novembro dec december decembre dez dezember dezembro dic diciembre dicembre
   mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
   montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lunes martes miercoles jueves viernes sabado domingo
   lundi mardi mercredi jeudi vendredi samedi dimanche segunda terca quarta quinta sexta feira lunedi martedi mercoledi giovedi venerdi
   a m p h alle ore las um om as heures uhr utc ist aest brt pt et ct mt
   am pm utc gmt est edt cst cdt mst mdt pst pdt cet cest bst uhr st nd rd th de of
   central european eastern western pacific mountain atlantic greenwich mean standard summer daylight time coordinated universal`.split(
    /\s+/,
  ),
);

/** What stands between a word and its day. */
const SINCE =
  /^(?:since|on|from|at|as|dated|seit|am|vom|ab|desde|el|del|depuis|le|du|em|dal|dall|il|nel|sinds|op|per|vanaf)$/;

/** "2024-01-01T10:00:00.000Z", "10:00", "1st" */
const FIGURES = /^[+-]?\d[\d.:/+-]*(?:t[\d.:]+)?(?:h\d*)?(?:z|[+-][\d:]+)?$/;

/** "10.30.15" behind a day is a time. */
const YEAR = /(?<!\d)(?:(?:19|20)\d\d|(?<!\d )\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{1,2}[ .-]\p{L}{3,9}[ .-]\d{2})(?!\d)/gu;

/** A day is short; a cell of a file may hold megabytes. */
const LONGEST = 100;

/**
 * Tells a day from the words before and behind it, "Opt out 2024-01-01 by phone". `begins`: those before it; `days`: how many
 * there are; `day`: null where nobody can tell it.
 */
export function besideDay(cell: string): { said: string; begins: string; days: number; day: Date | null } {
  const text = fold(cell.slice(0, LONGEST));
  // "12 out 2024" is in October; "out 2024" is not.
  const named = text.replace(/(?<=\d[. ]*(?:de )?)out(?=[. ]*(?:de )?\d{4}\W*$)/g, "oct");
  const words = named.split(/[\s,;()[\]]+/);
  const isOfDay = (word: string) => word === "" || !/[\p{L}\d]/u.test(word) || FIGURES.test(word) || areNames(word);
  const isSaid = (word: string) => !isOfDay(word) && !SINCE.test(word);
  const said = words
    .filter(isSaid)
    .join(" ")
    .replace(/[:–—-]+$/, "");
  const begins = words
    .slice(
      0,
      words.findIndex((word) => /\d/.test(word)),
    )
    .filter(isSaid)
    .join(" ");
  const told = words.filter((word) => isOfDay(word) && (!SINCE.test(word) || areNames(word))).join(" ");
  const day = dayIn(text) ?? dayIn(told.trim());
  return { said, begins: begins.replace(/[:–—-]+$/, ""), days: named.match(YEAR)?.length ?? 0, day };
}

/** "12-Feb-2024", "feb.", "1st" */
const areNames = (word: string) => {
  const letters = word.match(/\p{L}+/gu) ?? [];
  return letters.length > 0 && letters.every((name) => NAMES.has(name));
};
