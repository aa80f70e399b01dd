export type TextEvidence = {
  /** To whom the portal has called a text saved. */
  accepted: string[];
  /** Requests that had no answer when their worker died. */
  killed: number;
  /** To whom each text goes that the carrier has taken. */
  taken: string[];
  rows: { to: string; state: string; carrierId: string | null }[];
  /** How many texts still left after each pause, and how many may: what was just being handed over. */
  leaked?: number[];
  leaksAtMost?: number;
  /** What became of each at the carrier, where it says so. */
  ends?: Record<string, string>;
  /** What customers wrote, oldest first, and how it is kept. */
  came?: Came[];
  kept?: { from: string; body: string; at: number; seq: number; isLate: boolean }[];
};

/** `at`: when the carrier got what nobody heard; what was told at once has no time but that. `isOld`: minutes before it could be shown. */
type Came = { from: string; body: string; at?: number; isOld?: boolean };

type Seen = { texts?: TextEvidence };

/** Taken by the carrier, and known to be. */
function lostTexts({ texts }: Seen): string[] {
  const taken = new Set(texts?.taken);
  const isKnown = ({ state, carrierId }: TextEvidence["rows"][number]) => carrierId !== null && state !== "queued";
  const known = new Set(texts?.rows.filter(isKnown).map(({ to }) => to));
  return (texts?.accepted ?? []).flatMap((to) => {
    if (!taken.has(to)) return [`the carrier never had the text to ${to}`];
    return known.has(to) ? [] : [`nobody knows that the carrier has the text to ${to}`];
  });
}

function doubledTexts({ texts }: Seen): string[] {
  const taken = texts?.taken ?? [];
  return [...new Set(taken)].flatMap((to) => {
    const many = taken.filter((each) => each === to).length;
    return many > 1 ? [`${to} got ${many} texts`] : [];
  });
}

/** What a worker is just handing over, one each, is all that leaves after a pause. */
const leaks = ({ texts }: Seen): string[] =>
  (texts?.leaked ?? []).flatMap((many, at) =>
    many > (texts?.leaksAtMost ?? 0) ? [`after pause ${at + 1} ${many} texts still left`] : [],
  );

/** A state only moves up, whatever order its news comes in, and what nobody told is asked for. */
const wrongEnds = ({ texts }: Seen): string[] =>
  (texts?.rows ?? []).flatMap(({ to, state }) => {
    const end = texts?.ends?.[to];
    return end === undefined || end === state ? [] : [`the text to ${to} is ${state}, and ${end} at the carrier`];
  });

const keptOf = ({ texts }: Seen, { from, body }: Came) =>
  (texts?.kept ?? []).filter((each) => each.from === from && each.body === body);

const lostComing = (seen: Seen): string[] =>
  (seen.texts?.came ?? []).flatMap((came) =>
    keptOf(seen, came).length === 0 ? [`"${came.body}" of ${came.from} is nowhere`] : [],
  );

const doubledComing = (seen: Seen): string[] =>
  (seen.texts?.came ?? []).flatMap((came) => {
    const many = keptOf(seen, came).length;
    return many > 1 ? [`"${came.body}" of ${came.from} is there ${many} times`] : [];
  });

/** The carrier tells its times in seconds. */
const SECOND = 1000;

/** In the thread each stands after what was written before it, at its own time, and says if it was shown later. */
const wrongTimesComing = (seen: Seen): string[] => {
  const asked = (seen.texts?.came ?? []).filter(({ at }) => at !== undefined);
  const last = new Map<string, number>();
  return asked.flatMap((came) => {
    const [kept] = keptOf(seen, came);
    const { at = 0, from, body, isOld } = came;
    if (!kept) return [];
    const before = last.get(from) ?? 0;
    last.set(from, Math.max(before, kept.seq));
    if (Math.abs(kept.at - at) > SECOND) return [`"${body}" has another time than at the carrier`];
    if (kept.seq < before) return [`"${body}" stands before what ${from} wrote earlier`];
    return isOld && !kept.isLate ? [`"${body}" does not say that it was shown late`] : [];
  });
};

export const textJudges = {
  "no text is lost": lostTexts,
  "no text goes out twice": doubledTexts,
  "a pause holds": leaks,
  "every text is what became of it": wrongEnds,
  "nothing that customers write is lost": lostComing,
  "nothing that customers write is there twice": doubledComing,
  "what came unheard stands in its order, with its time": wrongTimesComing,
};
