import { v7 } from "uuid";
import { EXCHANGES } from "./exchanges";
import type { Patient } from "./patients";
import { pick } from "./rows";
import type { Author, Said } from "./threads";
import type { Day } from "./working-days";

const MINUTE = 60_000;

/** Of a day with so many exchanges the last begins early enough to end before the doors close. */
const BEGIN_WITHIN = 6 * 60;

export type Office = {
  days: readonly Day[];
  now: Date;
  numberIds: readonly string[];
  authorsOf: (line: number) => Author[];
};

/**
 * What was asked and answered in these days: on working days within their hours, and a few questions on weekends that are
 * answered on Monday morning. What would not be over by now has not begun.
 */
export function monthOf(patients: readonly Patient[], office: Office): Said[] {
  const talkative = patients.filter(({ fate }) => !fate);
  const { days, now } = office;
  return days.flatMap((day, place) => {
    const many = day.isWeekend ? 1 + (place % 3) : 13 + ((place * 7) % 8);
    return Array.from({ length: many }, (_, at) => {
      const patient = pick(talkative, place * 13 + at * 7);
      const seed = place * 31 + at * 17;
      const asked = day.opens + Math.floor((BEGIN_WITHIN * (at + 0.2 + (seed % 7) / 10)) / many) * MINUTE;
      return exchange({ patient, seed, asked, from: day.isWeekend ? mondayAfter(days, place) : asked }, office);
    })
      .filter((said) => said.every(({ at }) => at <= now))
      .flat();
  });
}

const mondayAfter = (days: readonly Day[], place: number) =>
  days.slice(place).find(({ isWeekend }) => !isWeekend)?.opens ?? Number.POSITIVE_INFINITY;

/** `from`: since when somebody is there to answer. */
type Asked = { patient: Patient; seed: number; asked: number; from: number };

function exchange({ patient, seed, asked, from }: Asked, { numberIds, authorsOf }: Office): Said[] {
  const author = pick(authorsOf(patient.line), seed);
  let at = asked;
  return pick(EXCHANGES, seed).map((body, turn) => {
    if (turn === 1) at = from + firstAnswer(seed) * MINUTE;
    if (turn > 1) at += (1 + ((seed + turn * 5) % 9)) * MINUTE;
    const by = turn % 2 === 1 ? author : null;
    return { id: v7(), contactId: patient.id, numberId: pick(numberIds, patient.line), at: new Date(at), body, by };
  });
}

/** Minutes, from 1 to 40: mostly few. */
export const firstAnswer = (seed: number) => 1 + Math.floor((((seed * 37) % 64) / 64) ** 2 * 40);
