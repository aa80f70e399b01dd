import { type TextEvidence, textJudges } from "./texting/judges";

/** What a scenario has seen. Times are this machine's, in milliseconds. */
export type Evidence = {
  /** Addresses whose invitation the portal called saved, and when its form was first asked for. */
  accepted: { to: string; began: number; at: number }[];
  /** Answers to a right form that were neither a yes nor a failure: there should be none. */
  refused: string[];
  /** When somebody who submitted was told nothing, or that something went wrong, and asked again. */
  again: number[];
  /** The emails as the database has them at the end. */
  outbox: { id: string; to: string; state: string }[];
  /** What the provider took for delivery, each email by itself. */
  deliveries: { to: string; key: string | undefined; at: number }[];
  /** The requests that the provider got, with what it asked for. */
  requests: { at: number; retryAfter?: number }[];
  /** The moments at which the servers allowed themselves a request each. */
  slots: number[];
  /** Members who lack what inviting somebody makes with them, and emails to nobody. */
  halfMade: string[];
  /** Of the rules of `npm run verify`. */
  broken: { rule: string; found: string[] }[];
  pages: Page[];
  troubles: Trouble[];
  /** How many emails each server has sent, where there are several. */
  shares?: number[];
  /** The most requests a second that the provider allows. */
  rate?: number;
  /** Times in the database, in seconds from its own now, and where they should lie. */
  readings?: { what: string; seconds: number; from: number; to: number }[];
  /** What one server has shown and another did not answer. */
  strange?: string[];
  /** What somebody tried by hand that should have worked. */
  failed?: string[];
  /** Texts: to whom, what the carrier has taken, and how it is written down; how many died without an answer. */
  texts?: TextEvidence;
  /** So many times as long as it should take is let pass: as a part of `npm test` only what hangs has failed. */
  patience?: number;
};

/** For a scenario in which there are no people and no pages. */
export const nothingSeen: Evidence = {
  ...{ accepted: [], refused: [], again: [], outbox: [], deliveries: [], requests: [], slots: [], halfMade: [] },
  ...{ broken: [], pages: [], troubles: [] },
};

export type Page = {
  path: "login" | "users" | "stranger";
  began: number;
  ms: number;
  /** `clean`: our own page that says that something went wrong. `none`: no answer at all. */
  seen: "good" | "clean" | "unclean" | "none" | "let in";
};

/** `server`: no process of the portal runs. `database`: none to ask. `cut`: connections end; `full`: nothing can be written. */
export type Trouble = { kind: "server" | "database" | "cut" | "full"; from: number; to: number };

type Judge = (evidence: Evidence) => string[];

const LONGEST_PAGE = 10_000;
const LONGEST_WHILE_AWAY = 2000;
export const LONGEST_RECOVERY = 5000;

function byAddress<T extends { to: string }>(rows: T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.to, [...(found.get(row.to) ?? []), row]);
  return found;
}

/** Every accepted invitation has its one row, and has been delivered. */
const lost: Judge = ({ accepted, outbox, deliveries }) => {
  const delivered = new Set(deliveries.map(({ to }) => to));
  const rows = byAddress(outbox);
  return accepted.flatMap(({ to }) => {
    if (!delivered.has(to)) return [`${to} was told of and never delivered`];
    const [row, another] = rows.get(to) ?? [];
    if (!row || another) return [`${to} has ${row ? "several rows" : "no row"} in the outbox`];
    return row.state === "sent" ? [] : [`${to} is ${row.state} in the outbox`];
  });
};

/** One delivery a person, under one key. */
const doubled: Judge = ({ deliveries }) =>
  [...byAddress(deliveries)]
    .filter(([, each]) => each.length > 1)
    .map(([to, each]) => `${to} got ${each.length}, under ${new Set(each.map(({ key }) => key)).size} keys`);

const ADMIN_RULE = "an account has an Active Admin at its root";
const told = ({ rule, found }: Evidence["broken"][number]) => `${rule}: not so for ${found.join(", ")}`;

const halfMade: Judge = ({ halfMade: found, broken, refused }) => [
  ...found,
  ...refused,
  ...broken.filter(({ rule }) => rule !== ADMIN_RULE).map(told),
];

const adminless: Judge = ({ broken }) => broken.filter(({ rule }) => rule === ADMIN_RULE).map(told);

/** A page may fail while there is trouble, until recovery is due; it may stay away only where no server runs. */
const excused = ({ began, ms, seen }: Page, { kind, from, to }: Trouble, patience: number) =>
  began + ms >= from && began <= to + LONGEST_RECOVERY * patience && (seen !== "none" || kind === "server");

const badPages: Judge = ({ pages, troubles, patience = 1 }) => [
  ...pages.filter(({ ms }) => ms > LONGEST_PAGE * patience).map((page) => `${page.path} took ${page.ms} ms`),
  ...pages.filter(({ seen }) => seen === "unclean").map(({ path }) => `${path} showed no page of ours`),
  ...pages
    .filter((page) => page.seen === "clean" || page.seen === "none")
    .filter((page) => !troubles.some((trouble) => excused(page, trouble, patience)))
    .map(({ path, seen }) => `${path} failed (${seen}) while nothing was wrong`),
];

const within = (to: number) => (page: Page) => ({ ...page, waited: Math.min(page.began + page.ms, to) - page.began });

/** While there is no database: an answer at once. Whoever is nobody stays outside, always. */
const badWhileAway: Judge = ({ pages, troubles, patience = 1 }) => [
  ...pages.filter(({ seen }) => seen === "let in").map(() => "somebody without a session was let in"),
  ...troubles
    .filter(({ kind }) => kind === "database")
    .flatMap(({ from, to }) => pages.filter(({ began }) => began > from && began < to).map(within(to)))
    .filter(({ waited, seen }) => waited > LONGEST_WHILE_AWAY * patience || seen === "none")
    .map(
      ({ path, waited, seen }) => `${path} kept somebody waiting ${waited} ms (${seen}) while the database was away`,
    ),
];

type Seen = Pick<Evidence, "pages" | "deliveries" | "accepted">;

/**
 * How long after a trouble the first good page came, and the first email to somebody who was invited since then and not
 * before, in milliseconds; Infinity if never.
 */
export function recoveryFrom({ pages, deliveries, accepted }: Seen, { to }: Trouble) {
  const good = pages.filter(({ path, seen }) => path === "users" && seen === "good");
  const since = accepted.filter(({ began }) => began >= to);
  const saved = firstAfter(to, since);
  const addresses = new Set(since.map((each) => each.to));
  const delivered = firstAfter(
    to,
    deliveries.filter((each) => addresses.has(each.to)),
  );
  return {
    page:
      firstAfter(
        to,
        good.map(({ began, ms }) => ({ at: began + ms })),
      ) - to,
    email: saved === Infinity ? Infinity : Math.max(0, delivered - saved),
  };
}

const firstAfter = (time: number, moments: { at: number }[]) =>
  moments.reduce((least, { at }) => (at >= time ? Math.min(least, at) : least), Number.POSITIVE_INFINITY);

/** A server that was killed is started by somebody; from everything else it recovers by itself. */
const slowRecovery: Judge = (evidence) =>
  evidence.troubles
    .filter(({ kind }) => kind !== "server")
    .flatMap((trouble) =>
      Object.entries(recoveryFrom(evidence, trouble))
        .filter(([, ms]) => ms > LONGEST_RECOVERY * (evidence.patience ?? 1))
        .map(([what, ms]) => `the first ${what} came ${ms === Infinity ? "never" : `after ${ms} ms`}`),
    );

/** A trouble that nobody has met says nothing about how it was met. */
const unfelt: Judge = ({ troubles, pages, again, patience = 1 }) =>
  troubles
    .filter(({ from, to }) => {
      const failed = pages.filter(({ seen }) => seen !== "good").map(({ began, ms }) => began + ms);
      return ![...failed, ...again].some((at) => at >= from && at <= to + LONGEST_RECOVERY * patience);
    })
    .map(({ kind }) => `nobody has noticed (${kind})`);

/** Any second, wherever it begins. */
const mostWithinASecond = (moments: number[]) =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length));

/** When a request arrives is also the machine's doing: where nothing is measured, what was allowed is judged alone. */
const overRate: Judge = ({ rate, requests, slots, patience = 1 }) => {
  if (rate === undefined) return [];
  const arrived = patience > 1 ? 0 : mostWithinASecond(requests.map(({ at }) => at));
  const most = Math.max(arrived, mostWithinASecond(slots));
  return [
    ...(most > rate ? [`${most} requests within a second, of ${rate}`] : []),
    ...(requests.length > slots.length ? [`${requests.length} requests, of which ${slots.length} were allowed`] : []),
  ];
};

const unshared: Judge = ({ shares = [] }) =>
  shares.flatMap((count, at) => (count === 0 ? [`server ${at + 1} has sent nothing`] : []));

/** Of two clocks, or of a message on its way. */
const A_MOMENT = 250;

/** What was under way already may still arrive: on a busy machine an answer is read late. */
const UNDER_WAY = 2500;

const impatient: Judge = ({ requests }) =>
  requests.flatMap(({ at, retryAfter = 0 }) => {
    const early = requests.filter(
      (next) => next.at > at + Math.min(UNDER_WAY, retryAfter * 500) && next.at < at + retryAfter * 1000 - A_MOMENT,
    );
    return early.length > 0 ? [`${early.length} requests came before retry-after (${retryAfter} s) was over`] : [];
  });

const wrongTimes: Judge = ({ readings = [], failed = [] }) => [
  ...failed,
  ...readings
    .filter(({ seconds, from, to }) => !(seconds >= from && seconds <= to))
    .map(({ what, seconds, from, to }) => `${what}: in ${Math.round(seconds)} s, not from ${from} to ${to}`),
];

const strangers: Judge = ({ strange = [] }) => strange;

/** Each finds what must not be; a check is passed where its judge finds nothing. */
export const judges = {
  "nothing accepted is lost": lost,
  "nobody gets it twice": doubled,
  "no half-made user": halfMade,
  "every account has an Admin": adminless,
  "no page over 10 s, and whatever fails is our own page": badPages,
  "without a database a page within 2 s, and nobody is let in": badWhileAway,
  "back within 5 s, without a restart": slowRecovery,
  "every trouble was felt": unfelt,
  "the rate holds over all servers": overRate,
  "every server sends": unshared,
  "retry-after is obeyed": impatient,
  "times are the database's": wrongTimes,
  ...textJudges,
  "any server answers what another has shown": strangers,
} satisfies Record<string, Judge>;

export type Check = keyof typeof judges;

/** What every scenario must leave behind. */
export const ALWAYS = [
  "nothing accepted is lost",
  "nobody gets it twice",
  "no half-made user",
  "every account has an Admin",
  "no page over 10 s, and whatever fails is our own page",
] as const satisfies Check[];
