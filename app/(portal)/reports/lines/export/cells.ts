import type { Figures, LinesReport } from "@/lib/reports/lines-and-people";
import type { Cell } from "@/lib/text/csv";
import { personName } from "../words";

export const header = [
  ...["Of", "Name", "Phone", "In", "Out"],
  ...["First Answers", "Median Seconds", "90th Percentile Seconds", "Waiting Now"],
];

const count = (value: number | null) => (value === null ? "" : String(Math.round(value)));

const cells = (figures: Figures, hasIn: boolean): Cell[] => [
  ...[hasIn ? count(figures.textsIn) : "", count(figures.textsOut), count(figures.answers)],
  ...[count(figures.median), count(figures.ninetieth), count(figures.waiting)],
];

/** What the page shows: its lines, its people and its days. */
export async function* pagesOf({ lines, people, days }: LinesReport, hasIn: boolean) {
  yield [
    ...lines.map((line) => ["Line", line.label || { e164: line.e164 }, { e164: line.e164 }, ...cells(line, hasIn)]),
    ...people.map((person) => ["Person", personName(person), "", ...cells(person, false)]),
    ...days.map(({ day, textsIn, textsOut }) => [
      "Day",
      day,
      "",
      hasIn ? count(textsIn) : "",
      count(textsOut),
      "",
      "",
      "",
      "",
    ]),
  ] satisfies Cell[][];
}
