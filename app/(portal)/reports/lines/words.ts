import type { LinesReport, PersonFigures } from "@/lib/reports/lines-and-people";
import { WORKING } from "@/lib/reports/working-hours";
import type { Eyes } from "@/lib/text/eyes";
import { hourWords } from "@/lib/text/typed-words";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What counts as working time. */
export function workingWords(eyes: Eyes) {
  const [from, to] = [WORKING.from, WORKING.to].map((hour) => hourWords(`${String(hour).padStart(2, "0")}:00`, eyes));
  return `${weekdays[0]} to ${weekdays[WORKING.days - 1]}, ${from} to ${to}`;
}

/** How long somebody waited: "35 s", "4 min", "1 h 20 min". */
export function waitWords(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(" ");
}

export const personName = ({ name, isGone }: PersonFigures) => `${name}${isGone ? " (removed)" : ""}`;

/** Of one person alone nobody can say what came in: a customer's text is nobody's. */
export const hasIn = (query: { person: string }) => query.person === "";

export const isEmpty = ({ all }: LinesReport) => all.textsIn + all.textsOut === 0;
