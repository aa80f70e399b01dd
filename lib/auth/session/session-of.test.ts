import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, openSession } from "@/tests/support/cast";
import { sessionsOf } from "@/tests/support/rows";
import { logOut } from "../log-out";
import { sessionOf } from "./session-of";

async function opened() {
  const { ana } = await makeCompany();
  return { ana, token: await openSession(ana) };
}

test("a session is over twelve hours after it was last used", async () => {
  const { ana, token } = await opened();
  const set = (ago: string) =>
    writeDb
      .update(sessions)
      .set({ lastSeenAt: sql`now() - ${ago}::interval` })
      .where(eq(sessions.memberId, ana.memberId));
  await set("11 hours 59 minutes");
  expect(await sessionOf(token)).not.toBeNull();
  await set("12 hours 1 second");
  expect(await sessionOf(token)).toBeNull();
});

test("a session is over at its end, however often it is used", async () => {
  const { ana, token } = await opened();
  await writeDb
    .update(sessions)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(sessions.memberId, ana.memberId));
  expect(await sessionOf(token)).toBeNull();
});

test("using it is noted, once a minute at most", async () => {
  const { ana, token } = await opened();
  const seen = async () => (await sessionsOf(ana))[0]?.lastSeenAt.getTime() ?? 0;
  const first = await seen();
  await sessionOf(token);
  expect(await seen()).toBe(first);
  await writeDb
    .update(sessions)
    .set({ lastSeenAt: sql`now() - interval '2 minutes'` })
    .where(eq(sessions.memberId, ana.memberId));
  await sessionOf(token);
  expect(await seen()).toBeGreaterThanOrEqual(first);
});

test("logging out ends this session and no other", async () => {
  const { ana, token } = await opened();
  const other = await openSession(ana);
  const viewer = await sessionOf(token);
  if (viewer) await logOut(viewer);
  expect(await sessionOf(token)).toBeNull();
  expect((await sessionOf(other))?.memberId).toBe(ana.memberId);
});

test.each(["", "a", "x".repeat(5000), "\0"])("what is no secret opens nothing", async (token) => {
  expect(await sessionOf(token)).toBeNull();
});
