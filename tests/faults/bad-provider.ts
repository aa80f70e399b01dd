import { setTimeout as sleep } from "node:timers/promises";
import type { Failure } from "@/tests/support/resend";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { crowd } from "./support/crowd";
import { gather } from "./support/gather";
import { randomFrom } from "./support/random";
import { openStage, type Stage } from "./support/stage";

const SIZES = {
  full: { people: 150, lists: 8, lasts: 40_000 },
  short: { people: 30, lists: 2, lasts: 6000 },
  twin: { people: 20, lists: 1, lasts: 3000 },
};

/** Longer than a page may take. */
const LOCKED = 11_000;

/** Of a hundred requests those below each number, and above the one before it; the others pass. */
const MISBEHAVING: [number, Failure][] = [
  [20, { status: 429, headers: { "retry-after": "2" } }],
  [40, { status: 500 }],
  [45, { hang: true }],
  [70, { drop: true }],
];

function misbehave(random: () => number): Failure | undefined {
  const drawn = random() * 100;
  return MISBEHAVING.find(([below]) => drawn < below)?.[1];
}

export const badProvider: Scenario = {
  name: "bad-provider",
  says: "The provider answers 429 and 500, hangs, and takes emails without saying so",
  checks: [...ALWAYS, "retry-after is obeyed"],
  async run(how) {
    const { people, lists, lasts } = SIZES[how.length];
    const random = randomFrom(how.seed);
    const stage = await openStage(how, { name: "bad-provider", settings: { RESEND_RATE: "4" } });
    try {
      stage.provider.failWhen(() => misbehave(random));
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
          { file: "lib/outbox/slots.ts", from: "const until =", to: "if (seconds > 0) return; const until =" },
        ],
        locked: "sessions",
      },
      found: ["nobody gets it twice", "retry-after is obeyed", "no page over 10 s, and whatever fails is our own page"],
    },
  ],
};

/** After the first few have been invited. */
async function lock({ sql, told, how }: Stage) {
  const table = how.plant?.locked;
  if (!table) return;
  while (told.accepted.length < 5) await sleep(50);
  await sql.begin(async (tx) => {
    await tx`lock table ${tx(table)} in access exclusive mode`;
    await sleep(LOCKED);
  });
}
