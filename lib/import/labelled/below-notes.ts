type Entries = ReadonlyMap<string, { label: string }>;

/** `plain`: labels below which nobody writes in lines; `isOwn`: those of what only such a list says, as somebody's role. */
type Known = { plain: ReadonlySet<string>; isOwn: (key: string, label: string) => boolean };

/**
 * In whom something of that kind stands below what others have none of it below: as likely as not it is the second line of
 * a note. Whoever is alone in a list has it as it stands.
 */
export function belowNotes<E extends Entries>(records: readonly E[], { plain, isOwn }: Known): E[] {
  const times = new Map<string, number>();
  const count = (key: string) => times.set(key, (times.get(key) ?? 0) + 1);
  const ownIn = (record: E) => {
    const above: string[] = [];
    return [...record].flatMap(([key, { label }]) => {
      if (isOwn(key, label)) return above.map((note) => ({ note, pair: `${note}\n${key}` }));
      if (!plain.has(key)) above.push(key);
      return [];
    });
  };
  for (const record of records) {
    for (const key of record.keys()) count(key);
    for (const { pair } of ownIn(record)) count(pair);
  }
  const isUsual = ({ note, pair }: { note: string; pair: string }) => {
    const alike = times.get(pair) ?? 0;
    return alike > 1 && alike * 2 > (times.get(note) ?? 0);
  };
  return records.length < 2 ? [] : records.filter((record) => !ownIn(record).every(isUsual));
}
