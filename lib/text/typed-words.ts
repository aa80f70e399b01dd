import type { Eyes } from "./eyes";
import { timeWords } from "./time-words";

/** A day and a time as clocks show them wherever somebody is, "2026-12-05T09:00": as the reader writes them. */
export function typedWords(typed: string, eyes: Eyes) {
  const { date, clock } = timeWords(new Date(`${typed}Z`), { ...eyes, zone: "UTC" });
  return { date, clock };
}

/** The same of a time alone, "09:00". */
export const hourWords = (hour: string, eyes: Eyes) => typedWords(`2001-01-01T${hour}`, eyes).clock;
