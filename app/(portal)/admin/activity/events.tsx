import { timeWords } from "@/components/ui/time-words";
import type { Entry } from "@/lib/audit/list";
import { changesOf, changeWords, sentenceOf } from "@/lib/audit/sentences";

type Props = {
  entries: readonly Entry[];
  zone: string;
  now: Date;
  /** The day is said with each, where no heading says it. */
  dated?: boolean;
};

/** One line for each, and what it changed. What was done to many at once opens to their names. */
export function Events({ entries, zone, now, dated = false }: Props) {
  return (
    <ul className="events">
      {entries.map((entry) => {
        const { short, exact } = timeWords(entry.at, { zone, now });
        return (
          <li key={entry.id}>
            <time dateTime={entry.at.toISOString()} title={exact}>
              {dated ? short : short.replace(/^.*, /, "")}
            </time>
            <div>{entry.otherCount > 0 ? <Batch entry={entry} /> : <Single entry={entry} />}</div>
          </li>
        );
      })}
    </ul>
  );
}

function Single({ entry }: { entry: Entry }) {
  const changes = changesOf(entry);
  return (
    <>
      <p>{sentenceOf(entry)}</p>
      {changes.length > 0 && (
        <ul className="event-changes">
          {changes.map((change) => (
            <li key={change.what}>{changeWords(change)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Batch({ entry }: { entry: Entry }) {
  const unsaid = entry.otherCount - entry.others.length;
  return (
    <details>
      <summary>{sentenceOf(entry, entry.otherCount)}</summary>
      <p className="small">
        {entry.others.join(", ")}
        {unsaid > 0 && ` and ${unsaid.toLocaleString("en")} more, all of whom are in the CSV`}
      </p>
    </details>
  );
}
