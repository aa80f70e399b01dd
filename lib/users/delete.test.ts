import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { conversations, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, openSession, type Person, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { actionsOn, countsOf, eventsOf, linesOf, rowsOf, statusOf } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";
import { sessionOf } from "../auth/session/session-of";
import { NotFound, Refused } from "../errors";
import { linkState } from "../links/link-state";
import { addMember } from "../members/add";
import { deleteUser } from "./delete";

const asked = (person: Person) => ({ memberId: person.memberId, once: onceKey() });

/** Conversations that the person has claimed, with what was said in them. */
async function talk(company: Company, person: Person, conversationsOf = 2) {
  const line = await company.number();
  const ids: string[] = [];
  for (let at = 0; at < conversationsOf; at++)
    ids.push((await makeTalk({ line, claimedBy: person, author: person, lines: [`Hello ${at}`, `> Hello ${at}`] })).id);
  return ids;
}

async function kept(ids: string[]) {
  const rows = (
    await Promise.all(ids.map((id) => db.select().from(messages).where(eq(messages.conversationId, id))))
  ).flat();
  const sorted = rows.map((row) => JSON.stringify(row)).sort();
  return { count: rows.length, checksum: createHash("sha256").update(sorted.join("\n")).digest("hex") };
}

const claims = async (ids: string[]) =>
  (
    await Promise.all(
      ids.map((id) => db.select({ by: conversations.claimedBy }).from(conversations).where(eq(conversations.id, id))),
    )
  ).flat();

describe("deleting a user", () => {
  test("ends login and access, releases conversations and keeps every message", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const [token, reset, ids] = [await openSession(person), await linkTo(person, "reset"), await talk(company, person)];
    const before = await kept(ids);
    expect(await deleteUser(await viewerOf(company.ana), asked(person))).toEqual({ name: person.name });
    expect(await rowsOf(person)).toBeUndefined();
    expect(await sessionOf(token)).toBeNull();
    expect(await linkState("reset", reset)).toBeNull();
    expect(await kept(ids)).toEqual(before);
    expect(await claims(ids)).toEqual([{ by: null }, { by: null }]);
    expect(await countsOf(company)).toEqual({ active: 1, pending: 0, disabled: 0 });
    const [event] = await eventsOf(person.memberId);
    expect(event).toMatchObject({
      action: "member.deleted",
      subjectName: person.name,
      details: { conversationsReleased: 2, messagesKept: 2 },
    });
  });

  test("frees the email and the username, and who takes them gets none of the old", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const ids = await talk(company, person, 1);
    const viewer = await viewerOf(company.ana);
    await deleteUser(viewer, asked(person));
    const { firstName, lastName, timeZone, email } = person;
    const username = person.username ?? "";
    await addMember(viewer, {
      ...{ firstName, lastName, timeZone, email, username },
      ...{ defaultNumber: null, contactNumber: null, userType: "end-user", once: onceKey() },
    });
    expect(await claims(ids)).toEqual([{ by: null }]);
    const said = await db
      .select({ by: messages.authorId })
      .from(messages)
      .where(eq(messages.authorId, person.memberId));
    expect(said).toHaveLength(1);
  });

  test("sent twice deletes once", async () => {
    const company = await makeCompany();
    const [person, viewer] = [await company.endUser(), await viewerOf(company.ana)];
    const input = asked(person);
    expect(await Promise.all([deleteUser(viewer, input), deleteUser(viewer, input)])).toEqual([
      { name: person.name },
      { name: person.name },
    ]);
    expect((await actionsOn(person.memberId)).filter((action) => action === "member.deleted")).toHaveLength(1);
  });

  test("nobody deletes themself", async () => {
    const company = await makeCompany();
    await company.admin();
    await expect(deleteUser(await viewerOf(company.ana), asked(company.ana))).rejects.toThrow("to yourself");
    expect(await statusOf(company.ana)).toBe("Active");
  });

  test("two Admins who delete each other at once leave one", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const [byAna, byBen] = [await viewerOf(company.ana), await viewerOf(ben)];
    const done = await meet(
      () => deleteUser(byAna, asked(ben)),
      () => deleteUser(byBen, asked(company.ana)),
    );
    expect((await Promise.all([company.ana, ben].map(statusOf))).filter((status) => status === "Active")).toHaveLength(
      1,
    );
    for (const each of done)
      if (each.status === "rejected")
        expect(each.reason instanceof Refused || each.reason instanceof NotFound).toBe(true);
  });

  test("another company's Admin, an End User, an unknown and a deleted id: not found", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const person = await company.endUser();
    for (const stranger of [other.ana, await company.endUser()])
      await expect(deleteUser(await viewerOf(stranger), asked(person))).rejects.toThrow(NotFound);
    expect(await statusOf(person)).toBe("Active");
    const viewer = await viewerOf(company.ana);
    await deleteUser(viewer, asked(person));
    await expect(deleteUser(viewer, asked(person))).rejects.toThrow(NotFound);
    await expect(deleteUser(viewer, { memberId: onceKey(), once: onceKey() })).rejects.toThrow(NotFound);
  });
});

test("a failure in the middle leaves everything as it was", async () => {
  const company = await makeCompany();
  const person = await company.endUser({ lines: [await company.number()] });
  const token = await openSession(person);
  await writeDb.execute(
    sql`create function fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`,
  );
  await writeDb.execute(sql`create trigger failing before delete on sessions for each row execute function fail()`);
  const before = [await rowsOf(person), await linesOf(person), await countsOf(company)];
  const failing = deleteUser(await viewerOf(company.ana), { memberId: person.memberId, once: onceKey() });
  await expect(failing).rejects.toThrow();
  await writeDb.execute(sql`drop function fail cascade`);
  expect([await rowsOf(person), await linesOf(person), await countsOf(company)]).toEqual(before);
  expect(await eventsOf(person.memberId)).toEqual([]);
  expect(await sessionOf(token)).not.toBeNull();
});
