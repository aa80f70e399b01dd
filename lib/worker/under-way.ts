/** What is under way beside a worker's lanes. What fails is thrown where somebody waits. */
export function underWay() {
  const all = new Set<Promise<void>>();
  const failed: unknown[] = [];
  const look = () => {
    if (failed.length > 0) throw failed[0];
  };
  return {
    get size() {
      return all.size;
    },
    add(work: Promise<void>): Promise<void> {
      const seen = work.catch((error: unknown) => void failed.push(error)).finally(() => all.delete(seen));
      all.add(seen);
      return seen;
    },
    /** Once fewer than `most` are left. */
    async room(most: number) {
      while (all.size >= most) await Promise.race(all);
      look();
    },
    /** Once none is left. */
    async end() {
      await Promise.all(all);
      look();
    },
  };
}
