import Papa from "papaparse";

type Entry = ReadonlyMap<string, { label: string; value: string }>;

/** A label that no list is known to have is a column where one of so many has it, or while there are few of them: each costs a cell of everybody's. */
const HAS_IT = 20;
const MOST_UNKNOWN = 40;

/** A line for everybody, below what their labels are called. */
export function linesOfTable(
  records: readonly Entry[],
  { isHeading }: { isHeading: (label: string) => boolean },
): string {
  const labels = new Map(records.flatMap((record) => [...record].map(([key, { label }]) => [key, label] as const)));
  const counts = new Map<string, number>();
  for (const record of records) for (const key of record.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRare = (key: string) => (counts.get(key) ?? 0) * HAS_IT < records.length;
  const rare = [...labels].flatMap(([key, label]) => (isRare(key) && !isHeading(label) ? [key] : []));
  for (const key of rare.slice(MOST_UNKNOWN)) labels.delete(key);
  const lines = records.map((record) => [...labels.keys()].map((key) => record.get(key)?.value ?? ""));
  return Papa.unparse([[...labels.values()], ...lines], { newline: "\n" });
}
