const LONGEST_WAIT = 3600;

/**
 * Seconds until another try. The provider's wish is the least; without one the wait doubles with every try, with jitter
 * so that tries spread out. Somebody who is `busy` says best when to come back.
 */
export function waitFor(attempts: number, { after, busy }: { after?: number; busy?: true }): number {
  if (busy && after !== undefined) return after;
  const growing = Math.min(2 ** attempts, LONGEST_WAIT) * (0.5 + Math.random() / 2);
  return Math.max(growing, after ?? 0);
}
