import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import {
  accounts,
  campaigns,
  conversations,
  groups,
  logins,
  messages,
  numbers,
  optOuts,
  outbox,
  subscriptionAsks,
} from "@/db/schema";
import { logIn } from "@/lib/auth/log-in";
import { stateNow } from "@/lib/campaigns/figures";
import { visitor } from "@/tests/support/cast";
import { makeDemoIfEmpty } from "./demo";

const PASSWORD = "harbour ladder quartz 47";
type Table =
  | typeof groups
  | typeof numbers
  | typeof conversations
  | typeof messages
  | typeof logins
  | typeof subscriptionAsks;
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en");
const howMany = async (table: Table) => (await db.select({ n: count() }).from(table))[0]?.n ?? 0;

test("the demo company is made once, in all states, and mails nobody", async () => {
  await makeDemoIfEmpty({ password: PASSWORD });
  await makeDemoIfEmpty({ password: "another password 48" });

  const companies = await db.select().from(accounts);
  expect(companies).toMatchObject([{ name: "Harbor Dental", activeCount: 31, pendingCount: 6, disabledCount: 3 }]);
  expect([await howMany(groups), await howMany(numbers), await howMany(conversations)]).toEqual([3, 6, 23]);
  expect(await howMany(messages)).toBeGreaterThan(30);
  const states = new Set((await db.select().from(messages)).map(({ state }) => state));
  expect(states).toEqual(new Set([null, "delivered", "undelivered", "sent", "queued"]));
  const threads = await db.select().from(conversations);
  expect(new Set(threads.map((each) => [each.claimedBy !== null, each.closedAt !== null].join()))).toEqual(
    new Set(["true,false", "false,false", "true,true"]),
  );
  expect((await db.select().from(optOuts)).map(({ how }) => how).sort()).toEqual(["keyword", "words"]);
  expect(threads.every(({ seq, inSeq, outSeq }) => Math.max(inSeq, outSeq) <= seq)).toBe(true);
  expect((await db.select({ name: campaigns.name, state: stateNow }).from(campaigns)).toSorted(byName)).toEqual([
    { name: "Check-up in December", state: "draft" },
    { name: "Open on Saturdays", state: "finished" },
  ]);
  expect((await db.select().from(subscriptionAsks)).every(({ joinedAt }) => joinedAt !== null)).toBe(true);
  expect(await howMany(subscriptionAsks)).toBe(5);
  expect(await howMany(logins)).toBeGreaterThan(200);
  expect(new Set((await db.select().from(outbox)).map((mail) => mail.state))).toEqual(new Set(["sent"]));
  const login = { identifier: "admin", password: PASSWORD, next: "/" };
  expect(await logIn(visitor(), login)).toHaveProperty("token");
});
