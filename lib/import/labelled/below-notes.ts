type Entries = ReadonlyMap<string, { label: string }>;

/** `plain`: labels below which nobody writes in lines; `isOwn`: those of what only such a list says, as somebody's role. */
type Known = { plain: ReadonlySet<string>; isOwn: (key: string, label: string) => boolean };

/**
 * In whom something of that kind stands below what others have none of it below: as likely as not it is the second line of
 * a note. Whoever is alone in a list has it as it stands.
 */
export function belowNotes<E extends Entries>(records: readonly E[], { plain, isOwn }: Known): E[] {
  if (records.length < 2) return [];
  const labels = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const at = new Map(labels.map((key, nth) => [key, nth]));
  const times = new Uint32Array(labels.length);
  // Of each two labels by their numbers, as there may be a hundred of them above a hundred others in everybody.
  const alike = new Uint32Array(labels.length ** 2);
  const everyPair = (record: E, holds: (note: number, pair: number) => boolean) => {
    const above: number[] = [];
    return [...record].every(([key, { label }]) => {
      const nth = at.get(key) ?? 0;
      if (isOwn(key, label)) return above.every((note) => holds(note, nth * labels.length + note));
      if (!plain.has(key)) above.push(nth);
      return true;
    });
  };
  const count = (numbers: Uint32Array, nth: number) => {
    numbers[nth] = (numbers[nth] ?? 0) + 1;
    return true;
  };
  for (const record of records) {
    for (const key of record.keys()) count(times, at.get(key) ?? 0);
    everyPair(record, (_, pair) => count(alike, pair));
  }
  const isUsual = (note: number, pair: number) => {
    const both = alike[pair] ?? 0;
    return both > 1 && both * 2 > (times[note] ?? 0);
  };
  return records.filter((record) => !everyPair(record, isUsual));
}
