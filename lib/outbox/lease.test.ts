import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aNote, makeDue, outboxRow, outboxTests, queueEmail } from "@/tests/support/outbox";
import type { Delivery } from "../email/verdict";
import { claimNext } from "./send/claim";
import { MAX_TRIES, putBack, renew, settle } from "./send/settle";

await outboxTests();

const busy: Delivery = { kind: "retry", error: "429", busy: true, after: 600 };
const broken: Delivery = { kind: "retry", error: "500" };

const claimed = async () => {
  const [email] = await claimNext();
  if (!email) throw new Error("nothing is due");
  return email;
};

/** One worker's lease has ended, and another has claimed the email since. */
async function twoClaims(attempts: number) {
  const id = await queueEmail({ letter: aNote });
  await writeDb.update(outbox).set({ attempts }).where(eq(outbox.id, id));
  const late = await claimed();
  await makeDue(id);
  return { id, late, owner: await claimed() };
}

describe("who has lost the lease", () => {
  test.each([0, 1, MAX_TRIES - 2, MAX_TRIES - 1, 50])("changes nothing any more, after %i tries", async (tries) => {
    const { id, late, owner } = await twoClaims(tries);
    await settle(owner, busy);
    const waiting = await outboxRow(id);
    expect(waiting).toMatchObject({ state: "queued", lease: null });
    expect(waiting.seconds).toBeGreaterThan(590);
    await renew([late]);
    await settle(late, broken);
    await settle(late, { kind: "refused", error: "no" });
    await putBack([late], 0);
    const after = await outboxRow(id);
    expect(after).toMatchObject({ state: "queued", attempts: waiting.attempts, error: waiting.error });
    expect(after.nextAt).toEqual(waiting.nextAt);
  });

  test("changes nothing while the other is at work", async () => {
    const { id, late, owner } = await twoClaims(0);
    await makeDue(id);
    const before = await outboxRow(id);
    await renew([late]);
    await settle(late, broken);
    expect(await outboxRow(id)).toMatchObject({ nextAt: before.nextAt, lease: owner.lease, error: null });
    await renew([owner]);
    expect((await outboxRow(id)).seconds).toBeGreaterThan(2);
  });

  test("has sent it all the same, if it has", async () => {
    const { id, late, owner } = await twoClaims(0);
    await settle(late, { kind: "sent", providerId: "p1" });
    await settle(owner, broken);
    expect(await outboxRow(id)).toMatchObject({ state: "sent", providerId: "p1", lease: null });
  });
});

test("a claim that was settled is renewed no more", async () => {
  const id = await queueEmail({ letter: aNote });
  const email = await claimed();
  await settle(email, busy);
  await renew([email]);
  expect((await outboxRow(id)).seconds).toBeGreaterThan(590);
});

test("tries are counted, and never fewer: being told to wait is none, a claim that nobody settled is one", async () => {
  const id = await queueEmail({ letter: aNote });
  const counts: number[] = [];
  const settled = async (delivery?: Delivery) => {
    await makeDue(id);
    const email = await claimed();
    counts.push((await outboxRow(id)).attempts);
    if (delivery) await settle(email, delivery);
    counts.push((await outboxRow(id)).attempts);
  };
  for (const delivery of [busy, broken, undefined, busy, broken]) await settled(delivery);
  await makeDue(id);
  await putBack([await claimed()], 0);
  counts.push((await outboxRow(id)).attempts);
  expect(counts).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3]);
});
