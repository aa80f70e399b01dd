import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, invitationBatches, lineAccess, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { csv, invite, memberOf, somebody } from "@/tests/support/inviting";
import { actionsOn, linesOf, linkIn, mailTo, rolesOf, rowsOf } from "@/tests/support/rows";
import { sha256 } from "../../crypto";
import { linkState } from "../../links/link-state";

describe("sending", () => {
  test("counts everybody among the company's invitations of a day, all or none", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    await invite(viewer, { addresses: somebody() });
    const key = `invitations:${sha256(company.accountId).toString("base64url")}`;
    await writeDb.update(throttles).set({ used: 9_999 }).where(eq(throttles.key, key));
    const both = { addresses: `${somebody()}, ${somebody()}` };
    await expect(invite(viewer, both)).rejects.toThrow("1 is left today, and this would be 2");
    expect((await invite(viewer, { addresses: somebody() })).map(({ state }) => state)).toEqual(["invited"]);
  });

  test("adds each with what was chosen, mails each a link, and tells history", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [desk, till] = [await company.number(), await company.number()];
    const [plain, named] = [somebody(), somebody()];
    const rows = await invite(await viewerOf(company.ana), {
      addresses: `${plain}, Ben Ortiz <${named}>`,
      role: ["viewer", "messaging-agent"],
      group: west.id,
      product: ["texting", "chat"],
      line: [desk.id, till.id],
    });
    expect(rows.map(({ state }) => state)).toEqual(["invited", "invited"]);
    for (const email of [plain, named]) {
      const person = await memberOf(company, email);
      const row = await rowsOf(person);
      expect(row?.member).toMatchObject({
        status: "Pending",
        products: ["texting", "chat"],
        invitedBy: company.ana.memberId,
        defaultNumberId: desk.id,
      });
      expect(row?.user).toMatchObject({ username: null, email, timeZone: "America/Los_Angeles", passwordHash: null });
      expect((await rolesOf(person)).map(({ role, groupId }) => [role, groupId])).toEqual([
        ["messaging-agent", west.id],
        ["viewer", west.id],
      ]);
      expect((await linesOf(person)).sort()).toEqual([desk.id, till.id].sort());
      expect(await actionsOn(person.memberId)).toEqual(["invitation.sent"]);
      expect(await mailTo(email)).toMatchObject([{ template: "welcome", memberId: person.memberId }]);
      const token = (await linkIn(email)).searchParams.get("token");
      expect(await linkState("invitation", token)).toMatchObject({ state: "live", memberId: person.memberId });
    }
    expect((await rowsOf(await memberOf(company, named)))?.user).toMatchObject({ firstName: "Ben", lastName: "Ortiz" });
    const [batch] = await db
      .select()
      .from(invitationBatches)
      .where(eq(invitationBatches.id, rows[0]?.batchId ?? ""));
    expect(batch?.finishedAt).toBeInstanceOf(Date);
    const events = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.batchId, batch?.id ?? ""));
    expect(events).toHaveLength(4);
  });

  test("a guest keeps the login they have; their name stays unknown until they join", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const [guest, unready] = [await other.endUser(), await other.pending()];
    await invite(await viewerOf(company.ana), { addresses: `${guest.email} ${unready.email}` });
    const place = await memberOf(company, guest.email);
    expect((await rowsOf(place))?.user).toMatchObject({ id: guest.userId, homeAccountId: other.accountId });
    expect((await rowsOf(place))?.member).toMatchObject({ status: "Pending", nameKey: guest.email });
    expect((await rowsOf(guest))?.member.status).toBe("Active");
    expect((await mailTo(guest.email)).map(({ template, props }) => [template, props.firstName])).toEqual([
      ["join", ""],
    ]);
    expect((await mailTo(unready.email)).at(-1)).toMatchObject({ template: "welcome" });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, place.memberId));
    expect(events.map(({ subjectName }) => subjectName)).toEqual([guest.email]);
  });
});

test("a person in the list twice over line access gets each line once", async () => {
  const company = await makeCompany();
  const desk = await company.number({ label: "Desk" });
  const email = somebody();
  await invite(await viewerOf(company.ana), { file: csv(`email,lines\n${email},Desk;${desk.e164};desk\n`) });
  const { memberId } = await memberOf(company, email);
  expect(await db.$count(lineAccess, eq(lineAccess.memberId, memberId))).toBe(1);
});
