import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { accounts, contactFields, contacts, messages, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { reviewCampaign } from "@/lib/campaigns/review";
import { AddCampaign, addCampaign, EditCampaign, editCampaign } from "@/lib/campaigns/save";
import { runCampaigns } from "@/lib/campaigns/send/run-campaigns";
import { sendTest } from "@/lib/campaigns/send-test";
import { begin, campaignRow, makeContactGroup, makeDraft, makeField } from "@/tests/support/carrier/campaigns";
import { textingTests } from "@/tests/support/carrier/texting";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { getContactField } from "./list";
import { removeContactField } from "./remove";
import { renameContactField } from "./rename";

await textingTests();

async function desk() {
  const company = await makeCompany();
  const line = await company.number();
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const { accountId } = company;
  const [plan, renewal] = [await makeField(accountId, "Plan"), await makeField(accountId, "Renewal day")];
  return { company, accountId, line, ben, ana: await viewerOf(company.ana), plan, renewal };
}
const once = () => ({ once: onceKey() });

test("a campaign's text says a field of the company's own, and one that there isn't is named beside it", async () => {
  const { accountId, ben, line, plan, renewal } = await desk();
  const group = await makeContactGroup(accountId, [
    { firstName: "Nora", fieldValues: { [plan.key]: "Gold", [renewal.key]: "the first of September" } },
    { firstName: "Olive", fieldValues: { [plan.key]: "Basic" } },
  ]);
  const draft = (message: string) => makeDraft({ by: ben, line, group }, { message });
  await expect(draft("Hi {Colour|you}")).rejects.toMatchObject({
    field: "message",
    message: expect.stringContaining("{company|…}, {Plan|…}, {Renewal day|…}, {unsubscribe link}."),
  });
  const bare = await draft("Your {PLAN} renews on {renewal  day}.");
  expect(await reviewCampaign(await viewerOf(ben), await campaignRow(bare))).toMatchObject({
    missing: [{ field: "Renewal day", people: 1 }],
  });
  await expect(begin(bare, ben)).rejects.toThrow("1 of them have no Renewal day. Say what they read instead");
  const id = await draft("Your {plan} renews on {Renewal day|its day}.");
  const review = await reviewCampaign(await viewerOf(ben), await campaignRow(id));
  expect(review?.samples.map(({ text }) => text)).toEqual([
    "Your Gold renews on the first of September.",
    "Your Basic renews on its day.",
  ]);
  await begin(id, ben);
  await runCampaigns();
  const sent = await db.select({ body: messages.body }).from(messages).where(eq(messages.accountId, accountId));
  expect(sent.map(({ body }) => body).sort()).toEqual([
    "Your Basic renews on its day.",
    "Your Gold renews on the first of September.",
  ]);
});

test("a test says what is known of whoever asks for it, Auto-Replace counts", async () => {
  const { accountId, ben, line, plan } = await desk();
  const group = await makeContactGroup(accountId, [{ fieldValues: { [plan.key]: "Gold" } }]);
  const phone = "+14155550177";
  await writeDb.update(users).set({ contactNumber: phone }).where(eq(users.id, ben.userId));
  await writeDb.insert(contacts).values({ accountId, phone, fieldValues: { [plan.key]: "“Gold”" } });
  await writeDb.update(accounts).set({ autoReplace: "all" }).where(eq(accounts.id, accountId));
  const id = await makeDraft({ by: ben, line, group }, { message: "{plan}, until {Renewal day|“some day”}" });
  await sendTest(await viewerOf(ben), { campaignId: id, ...once() });
  const [sent] = await db.select({ body: messages.body }).from(messages).where(eq(messages.accountId, accountId));
  expect(sent?.body).toBe('"Gold", until "some day"');
});

describe("a field with another name", () => {
  test("is said by it in what is still to be sent, and the words for whoever has none stay", async () => {
    const { accountId, ana, ben, line, plan } = await desk();
    const group = await makeContactGroup(accountId, [{ fieldValues: { [plan.key]: "Gold" } }]);
    const message = "{first name|You} on {plan|none} and { PLAN }, {Renewal day|x}";
    const [id, over] = [
      await makeDraft({ by: ben, line, group }, { message }),
      await makeDraft({ by: ben, line, group }, { message: "{plan}" }),
    ];
    await begin(over, ben);
    await runCampaigns();
    await renameContactField(ana, { fieldId: plan.id, name: "Tariff", revision: 1, ...once() });
    expect((await campaignRow(id)).body).toBe("{first name|You} on {Tariff|none} and {Tariff}, {Renewal day|x}");
    expect((await campaignRow(over)).body).toBe("{plan}");
    const review = await reviewCampaign(await viewerOf(ben), await campaignRow(id));
    expect(review?.samples[0]?.text).toBe("You on Gold and Gold, x");
  });

  test("is found in a text that is saved at the same moment, or the text is refused", async () => {
    const { accountId, ana, ben, line, plan } = await desk();
    const group = await makeContactGroup(accountId, [{}]);
    const typed = { name: "Sale", from: line.id, group: [group.id], message: "{plan|x}", ...once() };
    const viewer = await viewerOf(ben);
    const before = await makeDraft({ by: ben, line, group });
    const { revision } = await campaignRow(before);
    const edited = EditCampaign.parse({ ...typed, campaignId: before, revision, ...once() });
    const [renamed] = await meet<unknown>(
      () => renameContactField(ana, { fieldId: plan.id, name: "Tariff", revision: 1, ...once() }),
      () => addCampaign(viewer, AddCampaign.parse(typed)),
      () => editCampaign(viewer, edited),
    );
    expect(renamed?.status).toBe("fulfilled");
    const { drafts } = (await getContactField(await viewerOf(ben), plan.id))?.campaigns ?? { drafts: [] };
    for (const use of drafts) expect((await campaignRow(use?.id ?? "")).body).toBe("{Tariff|x}");
    expect((await campaignRow(before)).body).not.toBe("{plan|x}");
  });
});

describe("a field that is said", () => {
  test("stays while a campaign that says it is still to be sent, also one that nobody here sees", async () => {
    const { accountId, company, ana, ben, line, plan } = await desk();
    const group = await makeContactGroup(accountId, [{ fieldValues: { [plan.key]: "Gold" } }]);
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const when = { when: "at", date: inAMonth, time: "10:00" };
    const id = await makeDraft({ by: ben, line, group }, { message: "{plan}", ...when });
    await begin(id, ben);
    await expect(removeContactField(ana, { fieldId: plan.id, ...once() })).rejects.toThrow("(Spring sale)");
    expect((await getContactField(ana, plan.id))?.campaigns).toEqual({
      drafts: [],
      begun: [{ id, name: "Spring sale" }],
    });
    const other = await company.endUser({ name: "Olo Dunn" });
    expect((await getContactField(await viewerOf(other), plan.id))?.campaigns.begun).toEqual([null]);
  });

  test("and is removed leaves its drafts to be written anew before they are sent", async () => {
    const { accountId, ana, ben, line, plan } = await desk();
    const group = await makeContactGroup(accountId, [{ fieldValues: { [plan.key]: "Gold" } }]);
    const id = await makeDraft({ by: ben, line, group }, { message: "On {Plan}" });
    expect((await getContactField(ana, plan.id))?.campaigns.drafts).toEqual([{ id, name: "Spring sale" }]);
    await removeContactField(ana, { fieldId: plan.id, ...once() });
    expect(await reviewCampaign(await viewerOf(ben), await campaignRow(id))).toMatchObject({ unknown: ["{Plan}"] });
    await expect(begin(id, ben)).rejects.toThrow("There is no field {Plan} any more");
  });

  test("is removed or begun with, of two at the same moment one is refused", async () => {
    const { accountId, ana, ben, line, plan } = await desk();
    const group = await makeContactGroup(accountId, [{ fieldValues: { [plan.key]: "Gold" } }]);
    const id = await makeDraft({ by: ben, line, group }, { message: "On {Plan}" });
    const outcomes = await meet<unknown>(
      () => removeContactField(ana, { fieldId: plan.id, ...once() }),
      () => begin(id, ben),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [left] = await writeDb.select().from(contactFields).where(eq(contactFields.id, plan.id));
    expect(left?.removedAt === null).toBe((await campaignRow(id)).state === "sending");
  });
});
