import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sessions, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, openSession as open, PASSWORD, type Person, visitor } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { actionsOn, sessionsOf } from "@/tests/support/rows";
import { LogIn, logIn } from "../log-in";
import { MOST_SESSIONS } from "./open-session";
import { sessionOf } from "./session-of";

const enter = ({ username }: Person, from = visitor()) =>
  logIn(from, LogIn.parse({ identifier: username, password: PASSWORD, next: "/" }));

const fill = (person: Person, count: number) => Promise.all(Array.from({ length: count }, () => open(person)));

describe("the session that a browser had", () => {
  test("ends when somebody logs in there anew, also as somebody else", async () => {
    const company = await makeCompany();
    const [ana, ben] = [company.ana, await company.endUser()];
    const former = await open(ana);
    const { token } = await enter(ben, { ...visitor(), session: former });
    expect(await sessionOf(former)).toBeNull();
    expect((await sessionOf(token))?.memberId).toBe(ben.memberId);
    expect(await actionsOn(ana.memberId)).toEqual(["session.ended"]);
  });

  test("goes on when the password was wrong", async () => {
    const { ana } = await makeCompany();
    const former = await open(ana);
    const wrong = LogIn.parse({ identifier: ana.username, password: "wrong", next: "/" });
    await expect(logIn({ ...visitor(), session: former }, wrong)).rejects.toThrow();
    expect(await sessionOf(former)).not.toBeNull();
  });

  test("may be over, or none of ours", async () => {
    const { ana } = await makeCompany();
    const { token } = await enter(ana, { ...visitor(), session: "no session of ours" });
    expect(await sessionOf(token)).not.toBeNull();
  });
});

test("whose password is changed while the old one is compared is not let in by it", async () => {
  const { ana } = await makeCompany();
  const [entered] = await meanwhile(
    (tx) => tx.update(users).set({ passwordChangedAt: new Date() }).where(eq(users.id, ana.userId)),
    () => enter(ana),
  );
  expect(entered).toMatchObject({ status: "rejected", reason: { name: "Refused" } });
  expect(await sessionsOf(ana)).toEqual([]);
});

describe("at the limit of sessions", () => {
  test("the one that was used longest ago makes room", async () => {
    const company = await makeCompany();
    const [ana, ben] = [company.ana, await company.endUser()];
    const [oldest] = await fill(ana, MOST_SESSIONS);
    const others = await open(ben);
    await writeDb
      .update(sessions)
      .set({ lastSeenAt: sql`now() - interval '1 hour'` })
      .where(eq(sessions.id, (await sessionOf(oldest ?? ""))?.sessionId ?? ""));
    const { token } = await enter(ana);
    expect(await sessionsOf(ana)).toHaveLength(MOST_SESSIONS);
    expect(await sessionOf(oldest ?? "")).toBeNull();
    expect(await sessionOf(token)).not.toBeNull();
    expect(await sessionOf(others)).not.toBeNull();
  });

  test("counts all the companies of the person", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const guest = await other.guest(company.ana);
    await fill(guest, MOST_SESSIONS);
    await enter(company.ana);
    expect([...(await sessionsOf(guest)), ...(await sessionsOf(company.ana))]).toHaveLength(MOST_SESSIONS);
  });

  test("two at once are not one too many", async () => {
    const { ana } = await makeCompany();
    await fill(ana, MOST_SESSIONS);
    const entered = await Promise.all([enter(ana), enter(ana), enter(ana)]);
    expect(await sessionsOf(ana)).toHaveLength(MOST_SESSIONS);
    for (const { token } of entered) expect(await sessionOf(token)).not.toBeNull();
  });
});
