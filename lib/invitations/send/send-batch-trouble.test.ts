import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db";
import { invitationBatches, members, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { csv, memberOf, preview, rowsAt, send, somebody } from "@/tests/support/inviting";
import { mailTo } from "@/tests/support/rows";
import { disableMember } from "../../members/disable";
import { sendDueBatches } from "./send-batch";

describe("several at once", () => {
  test("twenty batches of one address at once make one place", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const email = somebody();
    const batches = await Promise.all(Array.from({ length: 20 }, () => preview(viewer, { addresses: email })));
    for (const { batchId } of batches) await send(viewer, batchId);
    await Promise.all(Array.from({ length: 5 }, () => sendDueBatches()));
    const rows = (await Promise.all(batches.map(({ batchId }) => rowsAt(batchId)))).flat();
    const { memberId } = await memberOf(company, email);
    expect(rows.map(({ state }) => state).sort()).toEqual(["invited", ...Array(19).fill("left out")]);
    expect(rows.every((row) => row.memberId === memberId)).toBe(true);
    expect(rows.filter(({ verdict }) => verdict === "pending")).toHaveLength(19);
    expect(await mailTo(email)).toHaveLength(1);
  });

  test("two workers share the same people over two batches without losing anybody", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const list = Array.from({ length: 250 }, somebody);
    const batches = [
      await preview(viewer, { addresses: list.join() }),
      await preview(viewer, { addresses: list.toReversed().join() }),
    ];
    for (const { batchId } of batches) await send(viewer, batchId);
    await Promise.all([sendDueBatches(), sendDueBatches()]);
    const rows = (await Promise.all(batches.map(({ batchId }) => rowsAt(batchId)))).flat();
    expect(rows.filter(({ state }) => state === "invited")).toHaveLength(250);
    expect(rows.filter(({ state }) => state === "left out")).toHaveLength(250);
    expect(await db.$count(members, eq(members.accountId, company.accountId))).toBe(251);
  });

  test("a worker that dies leaves the rest to the next one", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const { batchId } = await preview(viewer, { addresses: Array.from({ length: 30 }, somebody).join() });
    await send(viewer, batchId);
    await writeDb.execute(
      sql`update invitation_batches set claimed_until = now() + interval '1 minute' where id = ${batchId}`,
    );
    await sendDueBatches();
    expect((await rowsAt(batchId)).every(({ state }) => state === "waiting")).toBe(true);
    await writeDb.execute(
      sql`update invitation_batches set claimed_until = now() - interval '1 second' where id = ${batchId}`,
    );
    await sendDueBatches();
    expect((await rowsAt(batchId)).every(({ state }) => state === "invited")).toBe(true);
  });
});

describe("in the meantime", () => {
  test("the rights of that moment count: who lost them invites nobody", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const admin = await company.admin({ groupId: west.id });
    const viewer = await viewerOf(admin);
    const { batchId } = await preview(viewer, { addresses: `${somebody()} ${somebody()}`, group: west.id });
    await send(viewer, batchId);
    await disableMember(await viewerOf(company.ana), { memberId: admin.memberId, once: onceKey() });
    await sendDueBatches();
    for (const row of await rowsAt(batchId)) {
      expect(row).toMatchObject({ state: "failed", problem: "The person who invited has no right to do so any more." });
      expect(await mailTo(row.email)).toEqual([]);
    }
  });

  test("what can no longer be given is told row by row", async () => {
    const company = await makeCompany();
    const [desk, west] = [await company.number({ label: "Desk" }), await company.group("West")];
    const viewer = await viewerOf(company.ana);
    const list = `email,group,lines\n${somebody()},,Desk\n${somebody()},West,\n${somebody()},,\n`;
    const { batchId } = await preview(viewer, { file: csv(list) });
    await send(viewer, batchId);
    await writeDb.execute(sql`update numbers set disabled_at = now() where id = ${desk.id}`);
    await writeDb.execute(sql`delete from groups where id = ${west.id}`);
    await sendDueBatches();
    expect((await rowsAt(batchId)).map(({ state, problem }) => [state, problem])).toEqual([
      ["failed", "One of the lines can't be given any more."],
      ["failed", "The person who invited may not give that role there any more."],
      ["invited", null],
    ]);
  });

  test("a row that can't be written is left behind, and nobody else is", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const list = Array.from({ length: 150 }, somebody);
    const { batchId } = await preview(viewer, { addresses: list.join() });
    await send(viewer, batchId);
    // Nothing that the form can bring about: the same role at the same group twice.
    await writeDb.execute(
      sql`update invitation_rows set roles = roles || roles where batch_id = ${batchId} and position = 70`,
    );
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await sendDueBatches();
    expect(String(log.mock.calls[0]?.[0])).toContain("invitation.failed");
    log.mockRestore();
    const rows = await rowsAt(batchId);
    expect(rows.filter(({ state }) => state === "invited")).toHaveLength(149);
    expect(rows[69]).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("Something went wrong on our side"),
    });
  });

  test("the daily quota is all or nothing, and says what is left", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const three = await preview(viewer, { addresses: `${somebody()} ${somebody()} ${somebody()}` });
    const two = await preview(viewer, { addresses: `${somebody()} ${somebody()}` });
    const one = await preview(viewer, { addresses: somebody() });
    await send(viewer, one.batchId);
    await writeDb.update(throttles).set({ used: 9998 }).where(sql`key like 'invitations:%' and used = 1`);
    await expect(send(viewer, three.batchId)).rejects.toThrow("2 are left today, and this would be 3.");
    await send(viewer, two.batchId);
    await expect(send(viewer, three.batchId)).rejects.toThrow("None are left today");
    const kept = await db.select().from(invitationBatches).where(eq(invitationBatches.id, three.batchId));
    expect(kept[0]?.confirmedAt).toBeNull();
  });
});
