import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, campaigns, contactGroupMembers, contacts, members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin as beginBy, campaignRow, held, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { actionsOn, mailTo } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";
import { NotFound } from "../errors";
import { campaignsQuery } from "./campaigns-query";
import { getCampaign } from "./get";
import { pauseCampaign, resumeCampaign } from "./hold";
import { listCampaigns } from "./list";
import { NOT_ALL } from "./review";
import { EditCampaign, editCampaign } from "./save";
import { secondPeople } from "./second-person";
import { runCampaigns } from "./send/run-campaigns";
import { confirmCampaign } from "./start";

const company = await makeCompany();
const { accountId } = company;
const line = await company.number();
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
const cara = await company.endUser({ name: "Cara Novak", lines: [line] });
const dora = await company.endUser({ name: "Dora Lund" });

const above = (confirmAbove: number | null) =>
  writeDb.update(accounts).set({ confirmAbove }).where(eq(accounts.id, accountId));
await above(2);

const draft = async (many: number, form: Record<string, unknown> = {}) => {
  const group = await makeContactGroup(
    accountId,
    Array.from({ length: many }, () => ({})),
  );
  return { group, id: await makeDraft({ by: ben, line, group }, form) };
};
const asked = async (many = 3) => {
  const made = await draft(many);
  expect(await beginBy(made.id, ben)).toMatchObject({ state: "asked" });
  return made;
};
async function confirm(id: string, by: Person, revision?: number) {
  const seen = revision ?? (await campaignRow(id)).revision;
  return confirmCampaign(await viewerOf(by), { campaignId: id, revision: seen, once: onceKey() });
}
async function edit(id: string, by: Person, group: { id: string }, message = "Another text") {
  const { revision } = await campaignRow(id);
  const typed = { name: "Spring sale", from: line.id, group: [group.id], message, campaignId: id, revision };
  return editCampaign(await viewerOf(by), EditCampaign.parse({ ...typed, once: onceKey() }));
}
const stateOf = async (id: string) => (await campaignRow(id)).state;

describe("above the number that the company sets", () => {
  test("a campaign waits for a second person; at it, or where there is none, it begins", async () => {
    expect(await beginBy((await draft(2)).id, ben)).toMatchObject({ state: "sending" });
    const { id } = await asked(3);
    expect(await stateOf(id)).toBe("draft");
    await expect(beginBy(id, ben)).rejects.toThrow("It waits for somebody else to confirm it.");
    expect(await confirm(id, cara)).toMatchObject({ state: "sending" });
    expect(await campaignRow(id)).toMatchObject({
      state: "sending",
      confirmedByName: "Cara Novak",
      madeByName: "Ben Ortiz",
    });
    expect(await actionsOn(id)).toEqual(
      expect.arrayContaining(["campaign.confirmation-asked", "campaign.confirmed", "campaign.started"]),
    );
    await above(null);
    expect(await beginBy((await draft(3)).id, ben)).toMatchObject({ state: "sending" });
    await above(2);
  });

  test("whoever may confirm is named on its page, sees it in the list, and is told by email once", async () => {
    const { id } = await asked();
    const campaign = await getCampaign(await viewerOf(ben), id);
    if (!campaign) throw new Error("Ben sees no campaign");
    expect(await secondPeople(await viewerOf(ben), campaign)).toEqual({
      above: 2,
      names: ["Cara Novak"],
      hasMore: true,
    });
    const inList = async (by: Person) =>
      (await listCampaigns(await viewerOf(by), campaignsQuery({}))).rows.find((row) => row.id === id);
    expect([(await inList(ben))?.isOwn, (await inList(cara))?.isOwn]).toEqual([true, false]);
    expect((await inList(cara))?.askedAt).toBeInstanceOf(Date);
    const letters = async ({ email }: Person) =>
      (await mailTo(email)).filter(({ template }) => template === "campaign-asked").length;
    expect([await letters(ben), await letters(dora)]).toEqual([0, 0]);
    const before = await letters(cara);
    await asked();
    expect(await letters(cara)).toBe(before + 1);
  });

  test("nobody confirms who made it, edited it last or asks for it, nor whose line it isn't", async () => {
    const { id, group } = await asked();
    await expect(confirm(id, ben)).rejects.toThrow("Somebody else has to confirm it");
    await expect(confirm(id, dora)).rejects.toThrow(NotFound);
    await edit(id, cara, group);
    const another = await company.admin();
    expect(await beginBy(id, company.ana)).toMatchObject({ state: "asked" });
    for (const writer of [ben, cara, company.ana])
      await expect(confirm(id, writer)).rejects.toThrow("Somebody else has to confirm it");
    expect(await stateOf(id)).toBe("draft");
    expect(await confirm(id, another)).toMatchObject({ state: "sending" });
  });

  test("nobody is asked where nobody else could answer", async () => {
    const alone = await makeCompany();
    await writeDb.update(accounts).set({ confirmAbove: 0 }).where(eq(accounts.id, alone.accountId));
    const own = await alone.number();
    await alone.endUser({ name: "Eva Moss" });
    const group = await makeContactGroup(alone.accountId, [{}]);
    const only = await alone.endUser({ name: "Finn Roy", lines: [own] });
    await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, alone.ana.memberId));
    const id = await makeDraft({ by: only, line: own, group });
    await expect(beginBy(id, only)).rejects.toThrow("nobody else may send campaigns from this line");
    expect((await campaignRow(id)).askedAt).toBeNull();
  });

  test("an edit voids the question, whoever makes it and whatever it changes", async () => {
    const { id, group } = await asked();
    const { revision } = await campaignRow(id);
    await edit(id, ben, group);
    await expect(confirm(id, cara)).rejects.toThrow("Nobody asks to have it confirmed any more.");
    expect(await beginBy(id, ben)).toMatchObject({ state: "asked" });
    await expect(confirm(id, cara, revision)).rejects.toThrow("changed this meanwhile");
    await edit(id, ben, group);
    await expect(confirm(id, cara)).rejects.toThrow("Nobody asks");
    expect(await stateOf(id)).toBe("draft");
  });

  test("what is confirmed goes to the groups that were looked over, and to no others", async () => {
    const { id, group } = await asked();
    await edit(id, ben, group, "Hello");
    expect(await beginBy(id, ben)).toMatchObject({ state: "asked" });
    const { revision } = await campaignRow(id);
    const other = await makeContactGroup(accountId, [{}, {}, {}, {}]);
    await edit(id, ben, other, "Hello");
    expect(await beginBy(id, ben)).toMatchObject({ state: "asked" });
    await expect(confirm(id, cara, revision)).rejects.toThrow("changed this meanwhile");
    expect(await stateOf(id)).toBe("draft");
  });

  test("of an edit and a confirmation at once one holds: what is sent is what was confirmed", async () => {
    const { id, group } = await asked();
    const { revision } = await campaignRow(id);
    const ends = await meet(
      () => confirm(id, cara, revision),
      () => edit(id, ben, group, "Quite another text"),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state, body } = await campaignRow(id);
    expect([state, body]).toEqual(state === "sending" ? ["sending", "Hello"] : ["draft", "Quite another text"]);
  });

  test("of two who confirm at once one does; it begins once", async () => {
    const { id } = await asked();
    const ends = await meet(
      () => confirm(id, cara),
      () => confirm(id, company.ana),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await actionsOn(id)).filter((action) => action === "campaign.started")).toHaveLength(1);
  });

  test("what grows beyond it until its time comes pauses, and is resumed by a second person alone", async () => {
    const { id, group } = await draft(2);
    await beginBy(id, ben);
    const { people } = await makeContactGroup(accountId, [{}]);
    await writeDb
      .insert(contactGroupMembers)
      .values(people.map((person) => ({ accountId, groupId: group.id, contactId: person.id })));
    await runCampaigns();
    expect(await campaignRow(id)).toMatchObject({
      state: "paused",
      pausedBecause: "unconfirmed",
      pausedCount: 2,
      frozenAt: null,
    });
    await expect(resumeCampaign(...(await held(id, ben)))).rejects.toThrow("Somebody else has to confirm it");
    await resumeCampaign(...(await held(id, cara)));
    await runCampaigns();
    expect(await campaignRow(id)).toMatchObject({ state: "sending", confirmedByName: "Cara Novak" });
    expect((await campaignRow(id)).frozenAt).not.toBeNull();
    await writeDb
      .update(contacts)
      .set({ deletedAt: new Date() })
      .where(eq(contacts.id, people[0]?.id ?? ""));
    await writeDb.update(campaigns).set({ state: "stopped" }).where(eq(campaigns.id, id));
  });
});

test("who made it and who edited it are no second person after a colleague has paused and resumed it, who is", async () => {
  await above(2);
  const { id, group } = await draft(1);
  const eva = await company.endUser({ name: "Eva Moss", lines: [line] });
  await edit(id, eva, group);
  await beginBy(id, ben);
  await pauseCampaign(...(await held(id, cara)));
  await resumeCampaign(...(await held(id, cara)));
  const { people } = await makeContactGroup(accountId, [{}, {}, {}, {}]);
  const joined = people.map((person) => ({ accountId, groupId: group.id, contactId: person.id }));
  await writeDb.insert(contactGroupMembers).values(joined);
  await runCampaigns();
  expect(await campaignRow(id)).toMatchObject({ state: "paused", pausedBecause: "unconfirmed" });
  for (const writer of [ben, eva])
    await expect(resumeCampaign(...(await held(id, writer)))).rejects.toThrow("Somebody else has to confirm it");
  await resumeCampaign(...(await held(id, cara)));
  expect(await campaignRow(id)).toMatchObject({ state: "sending", confirmedByName: "Cara Novak" });
});

test("as long as it hasn't begun, whoever resumes it sees everybody in its groups", async () => {
  await above(2);
  const west = await company.group("West");
  const own = await company.number({ groupId: west.id });
  const [eva, finn] = [
    await company.endUser({ name: "Eva Moss", lines: [own], groupId: west.id }),
    await company.endUser({ name: "Finn Roy", lines: [own], groupId: west.id }),
  ];
  const boss = await company.admin({ lines: [own] });
  const scheduled = async () => {
    const group = await makeContactGroup(accountId, [{}, {}]);
    const id = await makeDraft({ by: eva, line: own, group });
    await beginBy(id, eva);
    return { group, id };
  };
  const stranger = async ({ id: groupId }: { id: string }) => {
    const { contactId } = await makeTalk({ line, name: "Marisol Vega" });
    await writeDb.insert(contactGroupMembers).values({ accountId, groupId, contactId });
  };
  const [grown, byHand] = [await scheduled(), await scheduled()];
  await pauseCampaign(...(await held(byHand.id, eva)));
  for (const { group } of [grown, byHand]) await stranger(group);
  await runCampaigns();
  expect(await campaignRow(grown.id)).toMatchObject({ state: "paused", pausedBecause: "unconfirmed" });
  for (const { id } of [grown, byHand]) {
    await expect(resumeCampaign(...(await held(id, finn)))).rejects.toThrow(NOT_ALL);
    expect(await campaignRow(id)).toMatchObject({ state: "paused", confirmedByName: null, madeByName: "Eva Moss" });
    await resumeCampaign(...(await held(id, boss)));
    expect(await stateOf(id)).toBe("sending");
  }
  await runCampaigns();
  await pauseCampaign(...(await held(grown.id, boss)));
  expect((await campaignRow(grown.id)).frozenAt).not.toBeNull();
  await resumeCampaign(...(await held(grown.id, finn)));
  expect(await stateOf(grown.id)).toBe("sending");
});
