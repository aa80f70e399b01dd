import type { Pages } from "@/lib/audit/linked-pages";
import type { Entry } from "@/lib/audit/list";
import type { Eyes } from "@/lib/text/eyes";
import { timeWords } from "@/lib/text/time-words";
import { Events } from "./events";

type Props = { entries: readonly Entry[]; pages: Pages; eyes: Eyes };

/** History by days, as the reader's zone has them. */
export function Days({ entries, pages, eyes }: Props) {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = timeWords(entry.at, eyes).day;
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days.map(({ day, entries }) => (
    <section key={day} className="border-line not-first:border-t">
      <h2 className="px-4 pt-3 pb-1.5 text-small font-semibold text-ink-2">{day}</h2>
      <Events entries={entries} pages={pages} eyes={eyes} />
    </section>
  ));
}
