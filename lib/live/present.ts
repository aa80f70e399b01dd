import type { HereNews } from "./news";

export type Present = Pick<HereNews, "conversationId" | "memberId" | "name" | "state">;

/** Pages say it again every five seconds: whoever has said nothing for longer has slept, or was cut off. */
const STAYS_MS = 11_000;

type Kept = Present & { until: number };

/** Who is at which thread, as far as this process has heard. */
const threads = new Map<string, Map<string, Kept>>();

export const presentAt = (conversationId: string): ReadonlyMap<string, Present> =>
  threads.get(conversationId) ?? new Map();

/** Keeps it for a while. True where it is news to those who are there. */
export function keepPresent({ conversationId, memberId, name, state }: HereNews, now = Date.now()): boolean {
  const there = threads.get(conversationId) ?? new Map<string, Kept>();
  const before = there.get(memberId);
  if (state === "gone") {
    there.delete(memberId);
    if (there.size === 0) threads.delete(conversationId);
    return before !== undefined;
  }
  const seen = state === "came" ? (before?.state ?? "reading") : state;
  there.set(memberId, { conversationId, memberId, name, state: seen, until: now + STAYS_MS });
  threads.set(conversationId, there);
  return before?.state !== seen;
}

/** Those of whom nothing was heard any more, and who are forgotten now. */
export function forgetAbsent(now = Date.now()): Present[] {
  const gone = [...threads.values()].flatMap((there) => [...there.values()].filter(({ until }) => until <= now));
  for (const { conversationId, memberId } of gone) {
    const there = threads.get(conversationId);
    there?.delete(memberId);
    if (there?.size === 0) threads.delete(conversationId);
  }
  return gone.map(({ until: _, ...present }) => ({ ...present, state: "gone" }));
}
