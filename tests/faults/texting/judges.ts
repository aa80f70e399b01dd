export type TextEvidence = {
  /** To whom the portal has called a text saved. */
  accepted: string[];
  /** Requests that had no answer when their worker died. */
  killed: number;
  /** To whom each text goes that the carrier has taken. */
  taken: string[];
  rows: { to: string; state: string; carrierId: string | null }[];
};

type Seen = { texts?: TextEvidence };

/** Taken by the carrier, and known to be. */
export function lostTexts({ texts }: Seen): string[] {
  const taken = new Set(texts?.taken);
  const isKnown = ({ state, carrierId }: TextEvidence["rows"][number]) => carrierId !== null && state !== "queued";
  const known = new Set(texts?.rows.filter(isKnown).map(({ to }) => to));
  return (texts?.accepted ?? []).flatMap((to) => {
    if (!taken.has(to)) return [`the carrier never had the text to ${to}`];
    return known.has(to) ? [] : [`nobody knows that the carrier has the text to ${to}`];
  });
}

export function doubledTexts({ texts }: Seen): string[] {
  const taken = texts?.taken ?? [];
  return [...new Set(taken)].flatMap((to) => {
    const many = taken.filter((each) => each === to).length;
    return many > 1 ? [`${to} got ${many} texts`] : [];
  });
}
