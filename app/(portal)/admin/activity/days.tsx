import { timeWords } from "@/components/ui/time-words";
import type { Pages } from "@/lib/audit/linked-pages";
import type { Entry } from "@/lib/audit/list";
import { Events } from "./events";

type Props = { entries: readonly Entry[]; pages: Pages; zone: string; locale: string | null };

/** History by days, as the reader's zone has them. */
export function Days({ entries, pages, zone, locale }: Props) {
  const now = new Date();
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = timeWords(entry.at, { zone, now, locale }).day;
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days.map(({ day, entries }) => (
    <section key={day} className="border-line not-first:border-t">
      <h2 className="px-4 pt-3 pb-1.5 text-small font-semibold text-ink-2">{day}</h2>
      <Events entries={entries} pages={pages} zone={zone} locale={locale} now={now} />
    </section>
  ));
}
