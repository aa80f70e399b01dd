import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { lineAccess, logins, outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, type Person, viewerOf } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { listMembers } from "../members/list/list-members";
import { invitationFilters, listQuery } from "../members/list/list-query";
import { listNumbers } from "../numbers/list";
import { numbersQuery } from "../numbers/numbers-query";
import { getFigures } from "./figures";
import { loginsByDay } from "./logins-by-day";

/** West with an Admin, a Viewer and invitations in every state; the same beside it, in East. */
async function twoGroups() {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  for (const { id: groupId } of [west, east]) {
    for (let at = 0; at < 4; at++) {
      const person = await company.pending({ groupId });
      const token = await linkTo(person, "invitation");
      if (at === 1) await expire(token);
      if (at === 2) await lose(person);
    }
    await company.disabled({ groupId });
    await company.number({ groupId });
  }
  const admin = await company.admin({ groupId: west.id });
  const reader = await company.endUser({ groupId: west.id, role: "viewer" });
  return { company, west, east, admin, reader, user: await company.endUser({ groupId: west.id }) };
}

const lose = ({ accountId, memberId, email }: Person) =>
  writeDb.insert(outbox).values({ accountId, memberId, template: "welcome", to: email, props: {}, state: "failed" });

/** Where clocks show that hour now. By POSIX a minus is east. */
function zoneWhereItIs(hour: number) {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

describe("the figures of the Overview", () => {
  test("are the viewer's own part of the company, and each is what its list shows", async () => {
    const { company, admin, reader, user } = await twoGroups();
    const all = await getFigures(await viewerOf(company.ana));
    expect(all).toMatchObject({ Active: 4, Pending: 8, Disabled: 2, Waiting: 6, Expired: 2, Bounced: 2, admins: 2 });
    expect(all.lines).toBe(2);
    for (const who of [admin, reader]) {
      const viewer = await viewerOf(who);
      const theirs = await getFigures(viewer);
      expect(theirs).toMatchObject({ Active: 3, Pending: 4, Disabled: 1, Waiting: 3, Expired: 1, Bounced: 1 });
      expect(theirs).toMatchObject({ admins: 1, lines: 1 });
      for (const status of invitationFilters)
        expect((await listMembers(viewer, listQuery({ status }))).rows, status).toHaveLength(theirs[status]);
      expect((await listNumbers(viewer, numbersQuery({ people: "none" }))).total).toBe(theirs.lines);
    }
    const nobody = await getFigures(await viewerOf(user));
    expect(Object.values(nobody).every((count) => count === 0)).toBe(true);
    expect(await loginsByDay(await viewerOf(user))).toEqual([]);
  });

  test("count no line that somebody has, and what runs out today by the viewer's own clock", async () => {
    const company = await makeCompany();
    const line = await company.number();
    const { accountId, memberId } = company.ana;
    const person = await company.pending();
    await linkTo(person, "invitation");
    const viewer = await viewerOf(company.ana);
    expect((await getFigures(viewer)).lines).toBe(1);
    await writeDb.insert(lineAccess).values({ accountId, memberId, numberId: line.id });
    expect((await getFigures(viewer)).lines).toBe(0);
    await writeDb.execute(sql`update links set expires_at = (date_trunc('day', now() at time zone 'Asia/Kathmandu')
      + interval '1 day') at time zone 'Asia/Kathmandu' where member_id = ${person.memberId}`);
    const there = { ...viewer, timeZone: "Asia/Kathmandu" };
    expect((await getFigures(there))["Expires today"]).toBe(1);
    expect((await listMembers(there, listQuery({ status: "expires today" }))).rows).toHaveLength(1);
    // Where it is ten in the evening, three hours on is tomorrow.
    await writeDb.execute(
      sql`update links set expires_at = now() + interval '3 hours' where member_id = ${person.memberId}`,
    );
    expect((await getFigures({ ...viewer, timeZone: zoneWhereItIs(22) }))["Expires today"]).toBe(0);
    expect((await getFigures({ ...viewer, timeZone: zoneWhereItIs(12) }))["Expires today"]).toBe(1);
  });
});

test("logins are counted by the viewer's own days, each for where the person stood", async () => {
  const { company, admin, user } = await twoGroups();
  const east = await company.endUser();
  const device = { address: "203.0.113.7", userAgent: "the cast" };
  const at = (days: number) => new Date(Date.now() - days * 86_400_000);
  await writeDb.insert(logins).values([
    { memberId: user.memberId, ...device },
    { memberId: user.memberId, ...device },
    { memberId: east.memberId, ...device },
    { memberId: user.memberId, ...device, at: at(3) },
    { memberId: user.memberId, ...device, at: at(300) },
  ]);
  const all = await loginsByDay(await viewerOf(company.ana));
  expect(all).toHaveLength(30);
  expect(all.at(-1)?.times).toBe(3);
  expect(all.at(-4)?.times).toBe(1);
  const theirs = await loginsByDay(await viewerOf(admin));
  expect(theirs.at(-1)?.times).toBe(2);
  expect(theirs.reduce((sum, { times }) => sum + times, 0)).toBe(3);
});
