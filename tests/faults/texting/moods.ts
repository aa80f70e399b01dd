import type { Failure, FakeTwilio } from "@/tests/support/carrier/twilio";

/** Each in its turn at first; of what follows so many of a hundred, and the others pass. */
const MOODS: Failure[] = [
  { status: 429, code: 20_429, retryAfter: 1 },
  { status: 500 },
  { status: 500, taken: true },
  { cut: true },
  { hang: true, taken: true },
  { hang: true },
];
const OF_A_HUNDRED = [8, 16, 24, 32, 33, 34];

/** Lets the carrier misbehave when it is given a text. Lists and questions are answered. */
export function misbehave(carrier: FakeTwilio, random: () => number) {
  const turns = [...MOODS];
  const asked = new Map<string, number>();
  const silent = new Set<string>();
  let unclear = 0;
  carrier.failWhen(({ method, fields }) => {
    if (method !== "POST" || !fields.has("Body")) return undefined;
    asked.set(fields.get("To") ?? "", Date.now());
    const drawn = random() * 100;
    const mood = turns.shift() ?? MOODS[OF_A_HUNDRED.findIndex((below) => drawn < below)];
    if (mood && mood.status !== 429) unclear++;
    if (mood?.status === 500 && mood.taken) silent.add(fields.get("To") ?? "");
    return mood;
  });
  return {
    /** When the carrier was last given a text to each. */
    lastAsked: () => [...asked],
    unclear: () => unclear,
    /** Taken with a failure for an answer, and told of by nobody: it stands in the list alone. */
    isSilent: (to: string) => silent.has(to),
  };
}
