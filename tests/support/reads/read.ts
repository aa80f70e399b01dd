import type { Viewer } from "@/lib/access/viewer";
import type { Traces } from "./history";
import type { Mark, World } from "./world";

/** All that can be asked about: everybody's ids, wherever they belong. */
export type About = World & Traces & { ids: Record<"people" | "groups" | "numbers", string[]> };

/**
 * `ask`: the read, about everything there is; its answers. `tells`: whose words an Admin of East reads in them, or why
 * they are nobody's, so that a read that answers nothing at all is noticed.
 */
export type Read = {
  ask: (viewer: Viewer, about: About) => Promise<unknown>;
  tells?: Mark | { nobody: string };
  /** What looks for words that are typed: the same with one of them. */
  search?: (viewer: Viewer, search: string, about: About) => Promise<unknown>;
};

/** Each answer, or the words of the refusal. */
export const all = <T>(these: readonly T[], ask: (one: T) => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(these.map((one) => ask(one).catch(wordsOf)));

/** A read of pages, to its end. */
export async function pages<T>(read: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of read) found.push(page);
  return found;
}

/** What somebody is told who is refused; any other failure is one. */
export function wordsOf(error: unknown): unknown {
  if (error instanceof Error && ["NotFound", "Refused"].includes(error.constructor.name))
    return { ...error, told: error.message };
  throw error;
}
