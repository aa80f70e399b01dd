type Around = { previous?: string | undefined; next?: string | undefined };
type Wish = { search: string; size: number };

/** Where the pager's four steps lead; a step that leads nowhere has no address. `fields`: the rest of the list's state. */
export function addressesOf(path: string, { previous, next }: Around, { fields = {}, search, size }: Wish & Fields) {
  const address = (cursor: Record<string, string>) => {
    const query = new URLSearchParams({
      ...fields,
      ...(search && { search }),
      ...(size !== 25 && { size: String(size) }),
      ...cursor,
    });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return {
    first: previous === undefined ? undefined : address({}),
    previous: previous === undefined ? undefined : address({ before: previous }),
    next: next === undefined ? undefined : address({ after: next }),
    last: next === undefined ? undefined : address({ before: "last" }),
  };
}

type Fields = { fields?: Record<string, string> };
