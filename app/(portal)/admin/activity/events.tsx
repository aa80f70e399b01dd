import type { Pages } from "@/lib/audit/linked-pages";
import type { Entry } from "@/lib/audit/list";
import { changesOf, changeWords, partsOf, repeatedParts, repetitionOf, sentenceOf } from "@/lib/audit/sentences";
import type { Eyes } from "@/lib/text/eyes";
import { type Figure, figureIn } from "@/lib/text/figure";
import { timeWords } from "@/lib/text/time-words";

type Props = {
  entries: readonly Entry[];
  pages: Pages;
  eyes: Eyes;
  /** The day is said with each, where no heading says it. */
  dated?: boolean;
};

/** One line for each, and what it changed. What was done to many at once opens to their names. */
export function Events({ entries, pages, eyes, dated = false }: Props) {
  const figure = figureIn(eyes.locale);
  return (
    <ul className="events">
      {repetitionsOf(entries).map(([entry, ...before]) => {
        const { short, clock, exact } = timeWords(entry.at, eyes);
        return (
          <li key={entry.id}>
            <time dateTime={entry.at.toISOString()} title={exact}>
              {dated ? short : clock}
            </time>
            <div>
              {before.length > 0 ? (
                <details>
                  <summary>
                    <Named parts={repeatedParts(entry, before.length + 1, figure) ?? []} pages={{}} />
                  </summary>
                  {[entry, ...before].map((each) => (
                    <Events key={each.id} entries={[each]} {...{ pages, eyes, dated }} />
                  ))}
                </details>
              ) : entry.otherCount > 0 ? (
                <Batch entry={entry} pages={pages} figure={figure} />
              ) : (
                <Single entry={entry} pages={pages} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The same again and again, one after the other, is told together, by the last of it. */
function repetitionsOf(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const told: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    const repetition = repetitionOf(entry);
    if (last && repetition !== undefined && repetitionOf(last[0]) === repetition) last.push(entry);
    else told.push([entry]);
  }
  return told;
}

type OneProps = { entry: Entry; pages: Pages };

function Single({ entry, pages }: OneProps) {
  const changes = changesOf(entry);
  return (
    <>
      <p>
        <Named parts={partsOf(entry)} pages={pages} />
      </p>
      {changes.length > 0 && (
        <ul className="small mt-0.5">
          {changes.map((change) => (
            <li key={change.what}>{changeWords(change)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Batch({ entry, pages, figure }: OneProps & { figure: Figure }) {
  const unsaid = entry.otherCount - entry.others.length;
  const names = entry.others.map(({ id, name }, at) => [...(at > 0 ? [{ words: ", " }] : []), { words: name, id }]);
  return (
    <details>
      <summary>{sentenceOf(entry, entry.otherCount, figure)}</summary>
      <p className="small">
        <Named
          parts={[{ words: entry.subjectName ?? "", id: entry.subjectId }, { words: ", " }, ...names.flat()]}
          pages={pages}
        />
        {unsaid > 0 && ` and ${figure(unsaid)} more, all of whom are in the CSV`}
      </p>
    </details>
  );
}

type NamedProps = { parts: ReturnType<typeof partsOf>; pages: Pages };

/** Whoever still has a page that the reader may open is a link to it. */
const Named = ({ parts, pages }: NamedProps) =>
  parts.map(({ words, id }, at) => {
    const page = id ? pages[id] : undefined;
    return page ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name
      <a key={at} className="link" href={page}>
        {words}
      </a>
    ) : (
      words
    );
  });
