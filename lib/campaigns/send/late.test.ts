import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaignRecipients, campaigns, contacts, linePace, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, makeContactGroup, makeDraft, recipientsOf, zonesNow } from "@/tests/support/carrier/campaigns";
import { makeLine, passTime, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { EditContact, editContact } from "../../contacts/edit";
import { drainTexts } from "../../messages/send/drain-texts";
import { getCampaign } from "../get";
import { runCampaigns } from "./run-campaigns";

const { carrier, company } = await textingTests();
/** What stands in the queue of a line that is so slow. */
const AHEAD = 20;

/** A campaign to so many in the queue of its line, as far as there is room. */
async function inQueue(people: number, form: Record<string, unknown> = {}) {
  const home = await makeLine(company);
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [home.line] });
  await writeDb.insert(linePace).values({ numberId: home.line.id, accountId: company.accountId, perSecond: 4 });
  const group = await makeContactGroup(
    company.accountId,
    Array.from({ length: people }, () => ({})),
  );
  const id = await makeDraft({ by: ben, line: home.line, group }, form);
  await begin(id, ben);
  await runCampaigns();
  return { id, home, ben, phones: group.people.map(({ phone }) => phone) };
}

const statesOf = async (id: string) => (await recipientsOf(id)).map(({ state }) => state);
const timesSentTo = (phones: readonly string[]) => phones.map((phone) => carrier.sentTo(phone).length);
/** A pass of the worker ends where the line's pace lets nothing leave just then; the next one goes on. */
async function sendAll(isAnyLeft: () => Promise<boolean>) {
  for (let n = 0; n <= AHEAD && (await isAnyLeft()); n++) {
    await passTime(60);
    await drainTexts();
  }
}

const textsOf = (id: string) => writeDb.select().from(texts).where(eq(texts.campaignId, id));

test("what is in the queue leaves in nobody's sleep, holds up nobody who is awake, and leaves once with their hours", async () => {
  const { open, closed } = await zonesNow();
  const { id, home, phones } = await inQueue(AHEAD + 5);
  const theirs = eq(campaignRecipients.campaignId, id);
  const queued = and(theirs, eq(campaignRecipients.state, "queued"));
  const asleep = await writeDb.update(campaignRecipients).set({ zone: closed }).where(queued).returning();
  expect(asleep).toHaveLength(AHEAD);
  const reply = asleep[0]?.phone ?? "";
  await queueReply(home, reply, "A reply");
  const isDue = async () => (await textsOf(id)).some(({ nextAt, lease }) => lease !== null || nextAt <= new Date());
  await sendAll(async () => carrier.sentTo(reply).length === 0 || (await isDue()));
  expect(carrier.sentTo(reply).map(({ body }) => body)).toEqual(["A reply"]);
  expect((await statesOf(id)).filter((state) => state !== "queued")).toEqual(Array(5).fill("waiting"));
  expect(await isDue()).toBe(false);
  await runCampaigns();
  await sendAll(async () => (await statesOf(id)).filter((state) => state === "sent").length < 5);
  expect((await statesOf(id)).filter((state) => state === "sent")).toHaveLength(5);

  await writeDb.update(campaignRecipients).set({ zone: open }).where(theirs);
  await writeDb.update(texts).set({ nextAt: new Date() }).where(eq(texts.campaignId, id));
  await sendAll(async () => (await textsOf(id)).some(({ carrierId }) => carrierId === null));
  expect(new Set(await statesOf(id))).toEqual(new Set(["sent"]));
  expect(timesSentTo(phones.filter((phone) => phone !== reply))).toEqual(Array(AHEAD + 4).fill(1));
});

test("where a campaign stops with their hours, what is in the queue by then is left, also once they are awake again", async () => {
  const { id, ben, phones } = await inQueue(3, { atClose: "stop" });
  expect(await statesOf(id)).toEqual(["queued", "queued", "queued"]);
  const over = { until: new Date(Date.now() - 1000) };
  await writeDb.update(campaignRecipients).set(over).where(eq(campaignRecipients.campaignId, id));
  await drainTexts();
  expect(await statesOf(id)).toEqual(["left", "left", "left"]);
  expect(await textsOf(id)).toEqual([]);
  expect(timesSentTo(phones)).toEqual([0, 0, 0]);
  expect(await getCampaign(await viewerOf(ben), id)).toMatchObject({ state: "finished" });
});

test("a number that is its contact's no more, once their hours come, gets nothing", async () => {
  const { open, closed } = await zonesNow();
  const { line } = await makeLine(company);
  const ben = await company.endUser({ lines: [line] });
  const group = await makeContactGroup(company.accountId, [{ timeZone: closed }, { timeZone: closed }]);
  const id = await makeDraft({ by: ben, line, group });
  await begin(id, ben);
  await runCampaigns();
  const [moved, stays] = group.people;
  await writeDb
    .update(contacts)
    .set({ phone: "+12025550199" })
    .where(eq(contacts.id, moved?.id ?? ""));
  await writeDb
    .update(campaigns)
    .set({ zones: [open] })
    .where(eq(campaigns.id, id));
  await writeDb.update(campaignRecipients).set({ zone: open }).where(eq(campaignRecipients.campaignId, id));
  await runCampaigns();
  await sendAll(async () => (await textsOf(id)).some(({ carrierId }) => carrierId === null));
  expect((await recipientsOf(id)).map(({ contactId, state }) => [contactId, state]).toSorted()).toEqual(
    [
      [moved?.id, "left"],
      [stays?.id, "sent"],
    ].toSorted(),
  );
  expect(timesSentTo([moved?.phone ?? "", "+12025550199", stays?.phone ?? ""])).toEqual([0, 0, 1]);
});

/** A campaign to one, begun and not yet written down, and who may edit them. */
async function aboutToBegin() {
  const { line } = await makeLine(company);
  const ben = await company.endUser({ lines: [line] });
  const group = await makeContactGroup(company.accountId, [{}]);
  const id = await makeDraft({ by: ben, line, group });
  await begin(id, ben);
  const { id: contactId = "", phone = "" } = group.people[0] ?? {};
  return { id, contactId, phone };
}

test("a number that somebody changes while the text to it is written gets nothing", async () => {
  const { id, contactId } = await aboutToBegin();
  const edited = { phone: "+12025550198" };
  await meanwhile((tx) => tx.update(contacts).set(edited).where(eq(contacts.id, contactId)), runCampaigns);
  expect(await statesOf(id)).toEqual(["left"]);
  expect(await textsOf(id)).toEqual([]);
});

test("a number stays that of whom a text is just being written to", async () => {
  const { id, contactId, phone } = await aboutToBegin();
  const ana = await viewerOf(company.ana);
  const typed = { contactId, firstName: "", lastName: "", phone: "+12025550197", revision: "1", once: onceKey() };
  const isBeingWritten = async () =>
    (await writeDb.execute(sql`select from pg_locks where relation = 'texts'::regclass and not granted`)).length > 0;
  const [, edited] = await meanwhile(
    (tx) => tx.execute(sql`lock table texts in share mode`),
    runCampaigns,
    async () => {
      while (!(await isBeingWritten())) await sleep(5);
      await editContact(ana, EditContact(ana).parse(typed));
    },
  );
  expect(edited).toMatchObject({ status: "rejected", reason: { field: "phone" } });
  expect(await textsOf(id)).toMatchObject([{ toPhone: phone }]);
});
