import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { mailbox, onceKeys, sendingSlots, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { sweep } from "./sweep";

test("what is over goes, what is not stays", async () => {
  const ago = (interval: string) => sql`now() - ${interval}::interval`;
  const keys = ["25 hours", "23 hours"].map((age) => ({ actor: age, key: v7(), createdAt: ago(age) }));
  await writeDb.insert(onceKeys).values(keys);
  await writeDb.insert(throttles).values([
    { key: "over", used: 1, resetsAt: ago("1 second") },
    { key: "running", used: 1, resetsAt: ago("-1 minute") },
  ]);
  await writeDb.insert(sendingSlots).values(["2 hours", "1 minute"].map((age) => ({ second: ago(age), used: 1 })));
  const letter = { from: "a", to: "b", subject: "c", html: "d", text: "e" };
  await writeDb.insert(mailbox).values(["31 days", "29 days"].map((age) => ({ ...letter, createdAt: ago(age) })));

  await sweep();

  expect((await writeDb.select().from(onceKeys)).map((row) => row.actor)).toEqual(["23 hours"]);
  expect((await writeDb.select().from(throttles)).map((row) => row.key)).toEqual(["running"]);
  expect(await writeDb.select().from(sendingSlots)).toHaveLength(1);
  expect(await writeDb.select().from(mailbox)).toHaveLength(1);
});
