/**
 * So many places, and who has them. Once all are taken somebody who has fewer still gets one: whoever has most gives up
 * the oldest of theirs. So nobody keeps others out, and whoever is alone may have all.
 */
export function places<T>(most: number) {
  const held = new Map<string, Set<T>>();
  let count = 0;

  function leave(owner: string, one: T): boolean {
    const theirs = held.get(owner);
    if (!theirs?.delete(one)) return false;
    count--;
    if (theirs.size === 0) held.delete(owner);
    return true;
  }

  /** Whose oldest would be the next to go, if that leaves them no fewer than the owner has by then. */
  function mostOf(owner: string): [owner: string, theirs: Set<T>] | undefined {
    let largest: [string, Set<T>] | undefined;
    for (const each of held) if (!largest || each[1].size > largest[1].size) largest = each;
    return largest && largest[1].size > (held.get(owner)?.size ?? 0) + 1 ? largest : undefined;
  }

  return {
    leave,
    all: () => [...held.values()].flatMap((theirs) => [...theirs]),
    /** Who had to go for it, if anybody; false: there is no place. */
    take(owner: string, one: T): { gone: T | undefined } | false {
      const largest = count >= most ? mostOf(owner) : undefined;
      if (count >= most && !largest) return false;
      const [gone] = largest?.[1] ?? [];
      if (largest && gone !== undefined) leave(largest[0], gone);
      held.set(owner, (held.get(owner) ?? new Set<T>()).add(one));
      count++;
      return { gone };
    },
  };
}
