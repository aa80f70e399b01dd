import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, campaignRow, held, makeContactGroup, makeDraft, recipientsOf } from "@/tests/support/carrier/campaigns";
import { passTime, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { disableMember } from "../../members/disable";
import { drainTexts } from "../../messages/send/drain-texts";
import { takeLine } from "../../numbers/take-line";
import { resumeCampaign } from "../hold";
import { runCampaigns } from "./run-campaigns";

const { company, line } = await textingTests();

async function begun(maker: Person, people: number) {
  const group = await makeContactGroup(
    company.accountId,
    Array.from({ length: people }, () => ({})),
  );
  const id = await makeDraft({ by: maker, line, group });
  await begin(id, maker);
  return id;
}

async function work() {
  for (let n = 0; n < 3; n++) {
    await runCampaigns();
    await passTime(60);
    await drainTexts();
  }
}

const heldNow = async (id: string) => {
  const { state, pausedBecause } = await campaignRow(id);
  return { state, pausedBecause, people: (await recipientsOf(id)).map((each) => each.state) };
};

test("what is queued already leaves in nobody's name who is disabled", async () => {
  const esi = await company.endUser({ name: "Esi Mensah", lines: [line] });
  const id = await begun(esi, 3);
  await runCampaigns();
  expect((await heldNow(id)).people).toEqual(["queued", "queued", "queued"]);
  await disableMember(await viewerOf(company.ana), { memberId: esi.memberId, once: onceKey() });
  await work();
  expect(await heldNow(id)).toEqual({
    state: "paused",
    pausedBecause: "maker",
    people: ["queued", "queued", "queued"],
  });
});

test("nor in the name of who has lost its line", async () => {
  const dora = await company.endUser({ name: "Dora Lund", lines: [line] });
  const id = await begun(dora, 1);
  await takeLine(await viewerOf(company.ana), { numberId: line.id, memberId: dora.memberId, once: onceKey() });
  await work();
  expect(await heldNow(id)).toMatchObject({ state: "paused", pausedBecause: "maker" });
});

test("nor from a line that was taken out of service, until it is in service again", async () => {
  const esther = await company.endUser({ name: "Esther Boateng", lines: [line] });
  const id = await begun(esther, 2);
  const service = (disabledAt: Date | null) =>
    writeDb.update(numbers).set({ disabledAt }).where(eq(numbers.id, line.id));
  await service(new Date());
  await work();
  const waiting = ["waiting", "waiting"];
  expect(await heldNow(id)).toEqual({ state: "paused", pausedBecause: "line", people: waiting });
  await expect(resumeCampaign(...(await held(id, esther)))).rejects.toThrow(/^Its line is out of service\.$/);
  await service(null);
  await resumeCampaign(...(await held(id, esther)));
  await work();
  expect((await heldNow(id)).people).toEqual(["sent", "sent"]);
});
