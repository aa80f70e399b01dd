import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { aNote, outboxTests, queueEmail } from "@/tests/support/outbox";
import { drainOutbox } from "./send/drain";
import { emailWords, ifMailed, ifSetUp, wayOut } from "./way-out";

const { resend, withProvider } = await outboxTests();

const words = { sent: "Sent to Mara.", done: "Mara is added.", instead: "copy the invitation link" };

test("without a provider, on a database that has no mailbox, nothing is called sent", async () => {
  withProvider({ RESEND_API_KEY: "" });
  expect(await wayOut()).toBe("not set up");
  expect(await emailWords(words)).toBe("Mara is added. Email is not set up: copy the invitation link.");
  expect(await ifMailed("We email it.", "It waits.")).toBe("It waits.");
  expect(ifSetUp("We email it.", "It can't be sent.")).toBe("It can't be sent.");
});

test("with a provider, or with the local mailbox, emails are on their way", async () => {
  expect(await wayOut()).toBe("open");
  withProvider({ RESEND_API_KEY: "", LINEUP_EMBEDDED: "1" });
  expect(await emailWords(words)).toBe("Sent to Mara.");
});

test.each([
  ["key", { status: 403, body: { statusCode: 403, name: "invalid_api_key", message: "API key is invalid" } }],
  ["sender", { status: 422, body: { statusCode: 422, name: "invalid_from_address", message: "no such domain" } }],
])("a provider that refuses our %s is told of until it takes the email", async (_, failure) => {
  await queueEmail({ letter: aNote });
  resend.failNext(failure);
  await drainOutbox();
  expect(await wayOut()).toBe("denied");
  expect(await ifMailed("We email it.", "It waits.")).toBe("It waits.");
  // Whoever isn't logged in must not learn by it what became of somebody's email.
  expect(ifSetUp("We email it.", "It can't be sent.")).toBe("We email it.");
  expect(await emailWords(words)).toBe(
    "Mara is added. The email provider refuses Lineup's emails: copy the invitation link.",
  );
  await writeDb.execute(sql`update outbox set next_at = now()`);
  await writeDb.execute(sql`truncate sending_slots`);
  await drainOutbox();
  expect(resend.emails).toHaveLength(1);
  expect(await wayOut()).toBe("open");
});

test("a provider that is only busy or away is none that refuses us", async () => {
  for (const status of [429, 503]) {
    await queueEmail({ letter: aNote });
    resend.failNext({ status });
  }
  await drainOutbox();
  expect(await wayOut()).toBe("open");
});
