import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations, lineAccess, members } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { meanwhile } from "@/tests/support/meet";
import { conversationOf, messagesOf } from "@/tests/support/talk";
import { claimConversation } from "./claim";
import { handOver } from "./hand-over";
import { reply } from "./reply";

const taking =
  ({ memberId }: Person) =>
  async (tx: WriteTx) => {
    await tx.update(members).set({ defaultNumberId: null }).where(eq(members.id, memberId));
    await tx.delete(lineAccess).where(eq(lineAccess.memberId, memberId));
  };

test("whose line is taken away while they claim or answer is told so, and led on", async () => {
  for (const act of ["claim", "answer"]) {
    const { talk, ben } = await deskFor();
    const viewer = await viewerOf(ben);
    const on = { conversationId: talk.id, once: onceKey() };
    const verb = async (): Promise<unknown> =>
      act === "claim"
        ? claimConversation(viewer, on)
        : reply(viewer, { ...on, message: "At nine.", outSeq: 0, anyway: null });
    const [done] = await meanwhile(taking(ben), verb);
    expect(done, act).toMatchObject({
      status: "rejected",
      reason: { message: "You no longer have this line.", wayOn: "/inbox" },
    });
    expect([(await messagesOf(talk)).length, (await conversationOf(talk)).claimedBy]).toEqual([1, null]);
  }
});

test("whoever hands over to a colleague whose line is taken away just then is told of theirs, and keeps it", async () => {
  const { talk, ben, wes } = await deskFor();
  const viewer = await viewerOf(wes);
  await claimConversation(viewer, { conversationId: talk.id, once: onceKey() });
  const [done] = await meanwhile(taking(ben), () =>
    handOver(viewer, { conversationId: talk.id, memberId: ben.memberId, once: onceKey() }),
  );
  expect(done).toMatchObject({
    status: "rejected",
    reason: { message: "Choose a colleague who has this line.", field: "memberId" },
  });
  expect((await conversationOf(talk)).claimedBy).toBe(wes.memberId);
});

test("what a colleague hands over or releases in the very moment is answered or claimed", async () => {
  for (const act of ["claim", "answer"]) {
    const { talk, ben } = await deskFor({ had: "wes" });
    const viewer = await viewerOf(ben);
    const on = { conversationId: talk.id, once: onceKey() };
    const giving = (tx: WriteTx) =>
      tx
        .update(conversations)
        .set({ claimedBy: act === "claim" ? null : ben.memberId })
        .where(eq(conversations.id, talk.id));
    const verb = async (): Promise<unknown> =>
      act === "claim"
        ? claimConversation(viewer, on)
        : reply(viewer, { ...on, message: "At nine.", outSeq: 0, anyway: null });
    const [done] = await meanwhile(giving, verb);
    expect(done, act).toMatchObject({ status: "fulfilled" });
    expect((await conversationOf(talk)).claimedBy, act).toBe(ben.memberId);
    expect(await messagesOf(talk), act).toHaveLength(act === "claim" ? 1 : 2);
  }
});
