/** What comes while `work` is busy with others is worked on together, next. Each gets to know how its own share ended. */
export function together<T>(work: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (item) => {
    waiting.push(item);
    next ??= last.then(() => {
      const items = waiting;
      waiting = [];
      next = undefined;
      return work(items);
    });
    last = next.catch(() => undefined);
    return next;
  };
}
