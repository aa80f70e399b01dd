/** A count as people read it. */
export type Figure = (count: number) => string;

/** As somebody's country writes numbers, in the digits of the words around them; null: as Lineup does. */
export function figureIn(locale: string | null): Figure {
  const known = formats.get(locale) ?? new Intl.NumberFormat(locale ? `${locale}-u-nu-latn` : "en");
  formats.set(locale, known);
  return (count) => known.format(count);
}

/** What we say to everybody, "Use 1,600 characters or fewer.", to one who writes numbers in another way. */
export const withFiguresOf = (locale: string | null, words: string): string =>
  words.replace(/\d{1,3}(?:,\d{3})+/g, (ours) => figureIn(locale)(Number(ours.replaceAll(",", ""))));

/** Making one takes longer than using it a thousand times, and there are only as many as locales. */
const formats = new Map<string | null, Intl.NumberFormat>();
