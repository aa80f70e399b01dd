import { setTimeout as sleep } from "node:timers/promises";
import type { Failure } from "@/tests/support/resend";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { crowd } from "./support/crowd";
import { gather } from "./support/gather";
import { randomFrom } from "./support/random";
import { openStage, type Stage } from "./support/stage";
import { until } from "./support/until";

const SIZES = {
  full: { people: 150, lists: 8, lasts: 40_000, retryAfter: 2 },
  short: { people: 30, lists: 2, lasts: 6000, retryAfter: 5 },
  // Whatever is asked for after the first is too early.
  twin: { people: 20, lists: 1, lasts: 3000, retryAfter: 600 },
};

/** Of a hundred requests those below each number, and above the one before it; the others pass. */
const misbehaving = (retryAfter: number): [number, Failure][] => [
  [20, { status: 429, headers: { "retry-after": String(retryAfter) } }],
  [40, { status: 500 }],
  [45, { hang: true }],
  [70, { drop: true }],
];

export const badProvider: Scenario = {
  name: "bad-provider",
  says: "The provider answers 429 and 500, hangs, and takes emails without saying so",
  checks: [...ALWAYS, "retry-after is obeyed"],
  async run(how) {
    const { people, lists, lasts, retryAfter } = SIZES[how.length];
    const random = randomFrom(how.seed);
    const stage = await openStage(how, { name: "bad-provider", settings: { RESEND_RATE: "4" } });
    try {
      const moods = misbehaving(retryAfter);
      // Each has its turn at first; then they come as they come.
      stage.provider.failNext(...moods.map(([, failure]) => failure));
      stage.provider.failWhen(() => {
        const drawn = random() * 100;
        return moods.find(([below]) => drawn < below)?.[1];
      });
      const { finished } = crowd(stage, { people, lists });
      await Promise.all([finished, sleep(lasts), lock(stage)]);
      stage.provider.failWhen(() => undefined);
      return await gather(stage);
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "another key for every try, no pause after a 429, and a table that is locked",
      plant: {
        edits: [
          { file: "lib/email/send.ts", from: "idempotencyKey: id,", to: "idempotencyKey: crypto.randomUUID()," },
          { file: "lib/email/send-many.ts", from: "idempotencyKey: key,", to: "idempotencyKey: crypto.randomUUID()," },
          { file: "lib/outbox/send/slots.ts", from: "const until =", to: "if (seconds > 0) return; const until =" },
        ],
        locked: "sessions",
      },
      found: ["nobody gets it twice", "retry-after is obeyed", "no page over 10 s, and whatever fails is our own page"],
    },
  ],
};

/** After the first few have been invited, until somebody has waited for a page in vain. */
async function lock({ sql, told, how, prober }: Stage) {
  const table = how.plant?.locked;
  if (!table) return;
  await until(() => told.accepted.length >= 5);
  await sql.begin(async (tx) => {
    await tx`lock table ${tx(table)} in access exclusive mode`;
    const from = Date.now();
    await until(() => prober.pages.some(({ began, seen }) => began >= from && seen !== "good"));
  });
}
