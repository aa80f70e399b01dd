import { expect, test } from "vitest";
import { aNote, outboxTests, queueEmail } from "@/tests/support/outbox";
import { drainOutbox } from "./drain";

const { resend, withProvider } = await outboxTests();

test("who waits for a moment to send hears of a pause that somebody else was told to make", async () => {
  withProvider({ RESEND_RATE: "4" });
  for (let left = 4; left > 0; left--) await queueEmail({ letter: aNote });
  resend.failNext({ status: 429, headers: { "retry-after": "60" } });
  await drainOutbox();
  expect(resend.requests.map(({ status }) => status)).toEqual([429]);
});
