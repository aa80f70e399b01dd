import { timeWords } from "@/components/ui/time-words";
import { localeOptions } from "@/lib/text/locale";

/** The ways of writing a moment, each with the same one as an example; without a choice, ours. */
export function dateFormats(held: string | null) {
  const example = (locale: string | null, at: Date) => timeWords(at, { zone: "UTC", now: new Date(0), locale }).short;
  const at = new Date(Date.UTC(new Date().getUTCFullYear(), 10, 26, 15, 5));
  return [{ value: "", label: `International: ${example(null, at)}` }, ...localeOptions(held, at, example)];
}
