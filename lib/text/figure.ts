/** A count as people read it. */
export type Figure = (count: number) => string;

/** As somebody's country writes numbers, in the digits of the words around them; null: as Lineup does. */
export const figureIn = (locale: string | null): Figure => {
  const format = new Intl.NumberFormat(locale ? `${locale}-u-nu-latn` : "en");
  return (count) => format.format(count);
};
