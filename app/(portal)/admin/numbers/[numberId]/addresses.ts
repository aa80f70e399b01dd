type Around = { previous?: string | undefined; next?: string | undefined };
type Wish = { search: string; size: number };

/** Where the pager's four steps lead; a step that leads nowhere has no address. */
export function addressesOf(path: string, { previous, next }: Around, { search, size }: Wish) {
  const address = (cursor: Record<string, string>) => {
    const query = new URLSearchParams({
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
