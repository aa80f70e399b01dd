import { sql } from "drizzle-orm";

/** When it is over another worker takes what it holds: soon after a crash, and never while its owner renews it. */
export const LEASE = sql`now() + interval '3.5 seconds'`;

const RENEW_MS = 1000;

/** Has `renew` called again and again while `work` is under way, and never after. */
export async function holding<T>(renew: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  let renewing: Promise<void> | undefined;
  const timer = setInterval(() => {
    // A database that is away for longer than the lease costs a second request, under the same key.
    renewing ??= renew()
      .catch(() => undefined)
      .finally(() => {
        renewing = undefined;
      });
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // One that came after the result was written down would undo the wait in it.
    await renewing;
  }
}
