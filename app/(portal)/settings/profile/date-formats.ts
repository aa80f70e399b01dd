import { plainEyes } from "@/lib/text/eyes";
import { localeOptions } from "@/lib/text/locale";
import { timeWords } from "@/lib/text/time-words";
import { weekStarts } from "@/lib/text/week";

/** The ways of writing a moment, each with the same one as an example; without a choice, ours. */
export function dateFormats(held: string | null) {
  const example = (locale: string | null, at: Date) => timeWords(at, { ...plainEyes(new Date(0)), locale }).short;
  const at = new Date(Date.UTC(new Date().getUTCFullYear(), 10, 26, 15, 5));
  return [{ value: "", label: `International: ${example(null, at)}` }, ...localeOptions(held, at, example)];
}

const AS_WRITTEN = { value: "", label: "As the date format has it" };

export const clockChoices = [
  AS_WRITTEN,
  { value: "12", label: "12 hours: 3:05 PM" },
  { value: "24", label: "24 hours: 15:05" },
];

export const weekChoices = [AS_WRITTEN, ...Object.entries(weekStarts).map(([value, label]) => ({ value, label }))];
