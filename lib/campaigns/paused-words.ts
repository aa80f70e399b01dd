/** Why Lineup pauses a campaign by itself. */
export const pauses = ["maker", "line", "refused", "opt-outs", "first 100", "unconfirmed"] as const;
export type PausedBecause = (typeof pauses)[number];

/** A brake: more than `most` of so many texts. */
export const BRAKES = { refused: { of: 200, most: 4 }, "opt-outs": { of: 500, most: 25 } } as const;

/** So many go out before a person looks, where that was wished. */
export const FIRST = 100;

type Paused = { because: string; count: number | null; judgedFrom: string | null; madeByName: string };

/** Why it stands still, in a sentence. */
export function pausedWords({ because, count, judgedFrom, madeByName }: Paused): string {
  const since = judgedFrom ? " since it was resumed" : "";
  if (because === "refused")
    return `${count} of its last ${BRAKES.refused.of} texts were refused as spam, or because the line isn't registered.`;
  if (because === "opt-outs") return `${count} of the first ${BRAKES["opt-outs"].of} people${since} have opted out.`;
  if (because === "first 100") return `The first ${FIRST} are sent.`;
  if (because === "unconfirmed")
    return `It goes to more than ${count} people, and nobody but who wrote it has looked it over.`;
  if (because === "line") return "Its line is out of service.";
  return `${madeByName} can't send campaigns from this line any more.`;
}
