import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { sendingSlots } from "@/db/schema";
import { writeDb } from "@/db/write";
import { aNote, outboxTests, queueEmail } from "@/tests/support/outbox";
import { drainOutbox } from "./drain";
import { pauseSending } from "./slots";

const { resend, withProvider } = await outboxTests();

test("who waits for a moment to send hears of a pause that somebody else was told to make", async () => {
  withProvider();
  await queueEmail({ letter: aNote });
  // Somebody else's moment, so that ours comes after it.
  await writeDb.insert(sendingSlots).values({ second: sql`clock_timestamp() + interval '4 seconds'`, used: 1 });
  const drained = drainOutbox();
  await vi.waitFor(async () => expect(await writeDb.$count(sendingSlots)).toBe(2), { timeout: 60_000 });
  await pauseSending(60);
  await drained;
  expect(resend.requests).toEqual([]);
});
