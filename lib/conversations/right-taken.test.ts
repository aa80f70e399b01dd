import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations, lineAccess, members, numbers } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import { type AccessChanges, accessFormOf } from "@/tests/support/access";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { numberFormOf } from "@/tests/support/forms/number-form";
import { moveForm } from "@/tests/support/groups";
import { type Desk, deskFor } from "@/tests/support/matrix/conversations";
import { meanwhile } from "@/tests/support/meet";
import { conversationOf, makeTalk } from "@/tests/support/talk";
import { moveGroup } from "../groups/move";
import { unassignUser } from "../groups/unassign";
import { editMember } from "../members/edit";
import { editNumber } from "../numbers/edit";
import { undoAct } from "../undo/undo-act";
import { handOver } from "./hand-over";
import { startConversation } from "./start";
import { takeOver } from "./take-over";

const LOSSES: Record<string, (desk: Desk) => AccessChanges> = {
  "the role at the line's group": ({ east }) => ({ role: [], newRole: "end-user", newGroup: east }),
  "the role that sends": ({ west }) => ({ role: [], newRole: "viewer", newGroup: west }),
  "the product": () => ({ products: ["chat", "reports"] }),
};

test.each(Object.entries(LOSSES))(
  "whoever loses %s has no conversation there any more, done or not",
  async (_, loss) => {
    const desk = await deskFor({ had: "ben" });
    const { line, ben, wes } = desk;
    const done = await makeTalk({ line, claimedBy: ben, closed: true });
    const another = await makeTalk({ line, claimedBy: wes });
    await editMember(await viewerOf(desk.company.ana), await accessFormOf(ben, loss(desk)));
    const had = await Promise.all([desk.talk, done, another].map(conversationOf));
    expect(had.map(({ claimedBy }) => claimedBy)).toEqual([null, null, wes.memberId]);
  },
);

test("whoever gets another role that sends keeps what they have", async () => {
  const { company, west, ben, talk } = await deskFor({ had: "ben" });
  const form = await accessFormOf(ben, { role: [], newRole: "sender", newGroup: west });
  await editMember(await viewerOf(company.ana), form);
  expect((await conversationOf(talk)).claimedBy).toBe(ben.memberId);
});

test("taking the only role that sends at its group page, and taking back one that was given, release as well", async () => {
  const { company, west, east, ben, talk } = await deskFor({ had: "ben" });
  const ana = await viewerOf(company.ana);
  await editMember(ana, await accessFormOf(ben, { newRole: "viewer", newGroup: east }));
  await unassignUser(ana, { groupId: west, memberId: ben.memberId, role: "end-user", once: onceKey() });
  expect((await conversationOf(talk)).claimedBy).toBeNull();
  const { undo = "" } = await editMember(ana, await accessFormOf(ben, { newRole: "sender", newGroup: west }));
  const again = await makeTalk({ line: { id: talk.numberId }, claimedBy: ben });
  await undoAct(ana, { undoId: undo, once: onceKey() });
  expect((await conversationOf(again)).claimedBy).toBeNull();
});

test("a number that moves to another group leaves behind whoever may not send from there", async () => {
  const { company, line, east, wes, talk } = await deskFor({ had: "ben" });
  const anas = await makeTalk({ line, claimedBy: company.ana });
  const other = await makeTalk({ line: await company.number({ groupId: east }), claimedBy: wes });
  await editNumber(await viewerOf(company.ana), await numberFormOf(line, { groupId: east }));
  const had = await Promise.all([talk, anas, other].map(conversationOf));
  expect(had.map(({ claimedBy }) => claimedBy)).toEqual([null, company.ana.memberId, wes.memberId]);
});

test("so does a group that moves, with the numbers under it", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const north = await company.group("North", west.id);
  const line = await company.number({ groupId: (await company.group("Store 4", north.id)).id });
  const [above, within] = [await company.endUser({ groupId: west.id }), await company.endUser({ groupId: north.id })];
  const stays = await company.number({ groupId: west.id });
  const talks = [
    await makeTalk({ line, claimedBy: above }),
    await makeTalk({ line, claimedBy: within }),
    await makeTalk({ line: stays, claimedBy: above }),
  ];
  await moveGroup(await viewerOf(company.ana), moveForm(north.id, east.id));
  const had = await Promise.all(talks.map(conversationOf));
  expect(had.map(({ claimedBy }) => claimedBy)).toEqual([null, within.memberId, above.memberId]);
});

test("a claim that is being made while the right goes is waited for, and is anybody's", async () => {
  const { company, east, ben, talk } = await deskFor();
  const ana = await viewerOf(company.ana);
  const form = await accessFormOf(ben, { role: [], newRole: "end-user", newGroup: east });
  const claiming = (tx: WriteTx) =>
    tx
      .update(conversations)
      .set({ claimedBy: ben.memberId, claimedAt: new Date() })
      .where(eq(conversations.id, talk.id));
  const [done] = await meanwhile(claiming, () => editMember(ana, form));
  expect(done?.status).toBe("fulfilled");
  expect((await conversationOf(talk)).claimedBy).toBeNull();
});

test("whoever hands over to a colleague whose product is taken just then is told, and keeps it", async () => {
  const { ben, wes, talk } = await deskFor({ had: "wes" });
  const viewer = await viewerOf(wes);
  const taking = async (tx: WriteTx) => {
    await tx.select().from(lineAccess).where(eq(lineAccess.memberId, ben.memberId)).for("update");
    await tx.update(members).set({ products: [] }).where(eq(members.id, ben.memberId));
  };
  const [done] = await meanwhile(taking, () =>
    handOver(viewer, { conversationId: talk.id, memberId: ben.memberId, once: onceKey() }),
  );
  expect(done).toMatchObject({ status: "rejected", reason: { field: "memberId" } });
  expect((await conversationOf(talk)).claimedBy).toBe(wes.memberId);
});

test("whoever takes over or writes first while the number moves where they may not send has nothing there afterwards", async () => {
  for (const act of ["take over", "first text"]) {
    const { wes, ben, east, line, talk } = await deskFor({ had: "ben" });
    const viewer = await viewerOf(wes);
    const moving = async (tx: WriteTx) => {
      await tx.select().from(lineAccess).where(eq(lineAccess.numberId, line.id)).for("update");
      await tx.update(numbers).set({ groupId: east }).where(eq(numbers.id, line.id));
    };
    const verb = async (): Promise<unknown> =>
      act === "take over"
        ? takeOver(viewer, { conversationId: talk.id, once: onceKey() })
        : startConversation(viewer, { to: "+13035551234", from: line.id, message: "Hello", once: onceKey() });
    const [done] = await meanwhile(moving, verb);
    expect(done?.status, act).toBe("rejected");
    expect((await conversationOf(talk)).claimedBy, act).toBe(ben.memberId);
    expect(await writeDb.$count(conversations, eq(conversations.claimedBy, wes.memberId)), act).toBe(0);
  }
});
