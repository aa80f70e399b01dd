/** What an edit changed, for the audit event: the fields that differ, as they were and as they are. */
export function changed<T extends Record<string, unknown>>(before: T, after: Partial<T>) {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  const only = (row: Partial<T>) => Object.fromEntries(names.map((name) => [name, row[name]]));
  return { before: only(before), after: only(after) };
}

export const isChanged = ({ after }: { after: object }) => Object.keys(after).length > 0;
