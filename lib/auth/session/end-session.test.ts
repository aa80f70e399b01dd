import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { sha256 } from "@/lib/crypto";
import { makeCompany, onceKey, openSession, PASSWORD, type Person, viewerOf } from "@/tests/support/cast";
import { actionsOn, sessionsOf } from "@/tests/support/rows";
import { endOtherSessions } from "./end-other-sessions";
import { endSession } from "./end-session";
import { listSessions } from "./list-sessions";
import { sessionOf } from "./session-of";

async function openedBy(person: Person) {
  const token = await openSession(person);
  const session = (await sessionsOf(person)).find((row) => row.tokenHash.equals(sha256(token)));
  return { token, id: session?.id ?? "" };
}

describe("one's sessions", () => {
  test("are listed with this one first, and nobody else's", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    await openedBy(company.ana);
    const other = await openedBy(person);
    const viewer = await viewerOf(person);
    const listed = await listSessions(viewer);
    expect(listed.map(({ id, isThis }) => ({ id, isThis }))).toEqual([
      { id: viewer.sessionId, isThis: true },
      { id: other.id, isThis: false },
    ]);
  });

  test("one that is ended is out at its next request", async () => {
    const person = await (await makeCompany()).endUser();
    const other = await openedBy(person);
    const viewer = await viewerOf(person);
    await endSession(viewer, { sessionId: other.id, once: onceKey() });
    expect(await sessionOf(other.token)).toBeNull();
    expect(await sessionsOf(person)).toHaveLength(1);
    expect(await actionsOn(person.memberId)).toEqual(["session.ended"]);
  });

  test("the same button pressed twice gets one answer; an ended one is not found", async () => {
    const person = await (await makeCompany()).endUser();
    const input = { sessionId: (await openedBy(person)).id, once: onceKey() };
    const viewer = await viewerOf(person);
    await Promise.all([endSession(viewer, input), endSession(viewer, input)]);
    await expect(endSession(viewer, { ...input, once: onceKey() })).rejects.toMatchObject({ name: "NotFound" });
  });

  test("somebody else's is not found, for a colleague, an Admin and a stranger alike", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const person = await company.endUser();
    const { id, token } = await openedBy(person);
    for (const who of [company.ana, await company.endUser(), elsewhere.ana]) {
      const attempt = endSession(await viewerOf(who), { sessionId: id, once: onceKey() });
      await expect(attempt).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await sessionOf(token)).not.toBeNull();
  });

  test("all others end at once and nobody else's", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const others = [await openedBy(person), await openedBy(person)];
    const colleague = await openedBy(company.ana);
    const viewer = await viewerOf(person);
    await endOtherSessions(viewer, { once: onceKey() });
    for (const { token } of others) expect(await sessionOf(token)).toBeNull();
    expect(await sessionOf(colleague.token)).not.toBeNull();
    expect((await sessionsOf(person)).map((row) => row.id)).toEqual([viewer.sessionId]);
  });
});

describe("five minutes after the password was given, ending sessions asks for it", () => {
  async function asked() {
    const person = await (await makeCompany()).endUser();
    const [one, two] = [await openedBy(person), await openedBy(person)];
    const viewer = await viewerOf(person);
    await writeDb
      .update(sessions)
      .set({ createdAt: sql`now() - interval '6 minutes'` })
      .where(eq(sessions.id, viewer.sessionId));
    return { person, viewer, one, two };
  }
  const wanted = { name: "Refused", field: "currentPassword" };

  test("each and all others; a wrong one ends nothing", async () => {
    const { viewer, one, person } = await asked();
    for (const currentPassword of [undefined, null, "not the password 47"]) {
      const each = endSession(viewer, { sessionId: one.id, currentPassword, once: onceKey() });
      await expect(each).rejects.toMatchObject(wanted);
      await expect(endOtherSessions(viewer, { currentPassword, once: onceKey() })).rejects.toMatchObject(wanted);
    }
    expect(await sessionsOf(person)).toHaveLength(3);
  });

  test("given once it counts for the next, and the form sent twice has one answer", async () => {
    const { viewer, one, person } = await asked();
    const input = { sessionId: one.id, currentPassword: PASSWORD, once: onceKey() };
    await Promise.all([endSession(viewer, input), endSession(viewer, input)]);
    await endOtherSessions(viewer, { once: onceKey() });
    expect((await sessionsOf(person)).map(({ id }) => id)).toEqual([viewer.sessionId]);
  });

  test("ten wrong ones are enough for a quarter of an hour", async () => {
    const { viewer, one } = await asked();
    const end = (currentPassword: string) =>
      endSession(viewer, { sessionId: one.id, currentPassword, once: onceKey() });
    await Promise.allSettled(Array.from({ length: 10 }, () => end("wrong")));
    await expect(end(PASSWORD)).rejects.toThrow("That was wrong too often.");
  });
});
