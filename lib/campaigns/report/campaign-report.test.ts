import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { campaignRecipients, consentEvents, contactGroupMembers, contacts, conversations, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, campaignRow, held, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { sentCampaign as campaignOf } from "@/tests/support/carrier/sent-campaign";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { actionsOn } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";
import { eraseContact } from "../../contacts/erase/erase";
import { NotFound, Refused } from "../../errors";
import { optOut } from "../../messages/consent";
import { getCampaign } from "../get";
import { stopCampaign } from "../hold";
import { freezeNext } from "../send/freeze";
import { campaignReport } from "./campaign-report";
import { exportRecipients } from "./export-recipients";
import { MakeGroup, makeGroup } from "./make-group";

/** In a company of its own. */
const sentCampaign = async (recipients: Parameters<typeof campaignOf>[1]) =>
  campaignOf(await makeCompany(), recipients);

const reportFor = async (person: Person, id: string, timeZone = "UTC") =>
  campaignReport({ ...(await viewerOf(person)), timeZone }, id);

const group = async (person: Person, form: { campaignId: string; of: string; name?: string }) =>
  makeGroup(await viewerOf(person), MakeGroup.parse({ name: "To be called", once: onceKey(), ...form }));

const membersOf = async (groupId: string) =>
  (await writeDb.select().from(contactGroupMembers).where(eq(contactGroupMembers.groupId, groupId))).map(
    ({ contactId }) => contactId,
  );

test("why texts failed is told by its words, whatever their codes", async () => {
  const failed = (errorCode: number | null) => ({ state: "failed" as const, errorCode });
  const { ben, id } = await sentCampaign([failed(21211), failed(30007), failed(30005), { state: "left" }]);
  expect((await reportFor(ben, id)).reasons).toEqual([
    { reason: "This number does not exist.", people: 2 },
    { reason: "The carrier took it for spam.", people: 1 },
  ]);
});

test("hours are those of the reader's clocks, also where they are set by half an hour", async () => {
  const sent = (at: string, state: "sent" | "delivered") => ({ state, sentAt: new Date(at) });
  const { ben, id } = await sentCampaign([
    sent("2026-03-08T14:50:00Z", "sent"),
    sent("2026-03-08T15:10:00Z", "delivered"),
    sent("2026-03-08T15:40:00Z", "delivered"),
    { state: "waiting" },
  ]);
  expect((await reportFor(ben, id)).hours).toEqual([
    { at: new Date("2026-03-08T14:00:00Z"), sent: 1, delivered: 0 },
    { at: new Date("2026-03-08T15:00:00Z"), sent: 2, delivered: 2 },
  ]);
  expect((await reportFor(ben, id, "Asia/Kolkata")).hours).toEqual([
    { at: new Date("2026-03-08T14:30:00Z"), sent: 2, delivered: 1 },
    { at: new Date("2026-03-08T15:30:00Z"), sent: 1, delivered: 1 },
  ]);
});

test("who opted out after it is told with their words; who did before, or was by a colleague, is not", async () => {
  const sentAt = new Date(Date.now() - 3_600_000);
  const { company, ben, id, people } = await sentCampaign([
    { state: "sent", sentAt },
    { state: "sent", sentAt },
  ]);
  const { accountId } = company;
  const [one, other] = people.map(({ phone }) => ({ accountId, phone }));
  if (!one || !other) throw new Error("two got it");
  const byHand = { how: "by hand", source: "by hand", actorId: ben.memberId, actorName: ben.name } as const;
  const theirs = { how: "keyword", source: "text" } as const;
  const stop = (who: typeof one, said: Parameters<typeof optOut>[2]) =>
    writeDb.transaction((tx) => optOut(tx, who, said));
  await stop(one, { ...theirs, words: "Stop it!" });
  await stop(one, { ...byHand, words: "Rang as well" });
  await stop(other, { ...byHand, words: "Rang us" });
  await writeDb.insert(consentEvents).values({ accountId, phone: one.phone, kind: "in", source: "by hand" });
  expect((await reportFor(ben, id)).optOuts).toMatchObject([{ phone: one.phone, words: "Stop it!" }]);
  await stop(other, { ...theirs, words: "STOP" });
  const optOuts = (await reportFor(ben, id)).optOuts.map(({ phone, words }) => [phone, words]);
  expect(optOuts.toSorted()).toEqual(
    [
      [one.phone, "Stop it!"],
      [other.phone, "STOP"],
    ].toSorted(),
  );
});

test("who opted out after it counts when they are erased, too; who was by a colleague does not", async () => {
  const sentAt = new Date(Date.now() - 3_600_000);
  const { company, line, ben, id, people } = await sentCampaign([
    { state: "sent", sentAt },
    { state: "sent", sentAt },
  ]);
  const { accountId } = company;
  const optOutsNow = async () => (await getCampaign(await viewerOf(ben), id))?.optOuts;
  const [one, other] = people;
  if (!one || !other) throw new Error("two got it");
  for (const { id: contactId } of people)
    await writeDb.insert(conversations).values({ accountId, numberId: line.id, contactId, seq: 1 });
  const stop = (phone: string, said: Parameters<typeof optOut>[2]) =>
    writeDb.transaction((tx) => optOut(tx, { accountId, phone }, said));
  await stop(one.phone, { how: "keyword", source: "text", words: "STOP" });
  await stop(other.phone, { how: "by hand", source: "by hand" });
  expect(await optOutsNow()).toBe(1);
  const ana = await viewerOf(company.ana);
  for (const { id: contactId } of people) await eraseContact(ana, { contactId, once: onceKey() });
  expect(await optOutsNow()).toBe(1);
});

test("of those whom it did not reach there can be a group, and of those who answered in time", async () => {
  const sentAt = new Date("2026-03-01T12:00:00Z");
  const { company, line, ben, id, people } = await sentCampaign([
    { state: "failed" },
    { state: "delivered", sentAt },
    { state: "delivered", sentAt },
    { state: "failed" },
  ]);
  const answers = ["2026-03-04T11:59:00Z", "2026-03-04T12:01:00Z"];
  for (const [place, at] of answers.entries()) {
    const talk = await makeTalk({ line, lines: [] });
    const thread = { accountId: company.accountId, conversationId: talk.id, numberId: line.id, body: "Yes" };
    const messageId = v7();
    await writeDb.insert(messages).values([
      { ...thread, id: messageId, seq: 1, direction: "out", state: "delivered", at: sentAt },
      { ...thread, seq: 2, direction: "in", at: new Date(at) },
    ]);
    const contactId = people[place + 1]?.id ?? "";
    await writeDb.update(campaignRecipients).set({ messageId }).where(eq(campaignRecipients.contactId, contactId));
  }
  const undelivered = await group(ben, { campaignId: id, of: "undelivered" });
  expect(undelivered).toMatchObject({ name: "To be called", people: 2 });
  expect((await membersOf(undelivered.id)).toSorted()).toEqual([people[0]?.id, people[3]?.id].toSorted());
  expect(await actionsOn(undelivered.id)).toContain("contact-group.added");
  const replied = await group(ben, { campaignId: id, of: "replied", name: "Answered" });
  expect(await membersOf(replied.id)).toEqual([people[1]?.id]);
});

test("a telephone that belongs to another contact by now is in the group as that one, once", async () => {
  const { ben, id, people } = await sentCampaign([{ state: "failed" }, { state: "failed" }]);
  const [into, from] = people;
  await writeDb
    .update(contacts)
    .set({ mergedInto: into?.id ?? null })
    .where(eq(contacts.id, from?.id ?? ""));
  expect(await membersOf((await group(ben, { campaignId: id, of: "undelivered" })).id)).toEqual([into?.id]);
});

test("a group of nobody is none, and of another's campaign there is nothing", async () => {
  const { company, ben, id } = await sentCampaign([{ state: "failed" }]);
  await expect(group(ben, { campaignId: id, of: "replied" })).rejects.toThrow(Refused);
  const stranger = (await makeCompany()).ana;
  await expect(group(stranger, { campaignId: id, of: "undelivered" })).rejects.toThrow(NotFound);
  expect(await reportFor(stranger, id)).toEqual({ reasons: [], hours: [], waits: [], optOuts: [] });
  const other = await company.endUser({ name: "Cara Novak" });
  await expect(group(other, { campaignId: id, of: "undelivered" })).rejects.toThrow(NotFound);
});

test("its file names whom it has written to, and of the others those whom its reader sees; a line each", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const west = await company.group("West");
  const line = await company.number({ groupId: west.id });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line], groupId: west.id });
  const boss = await company.admin({ lines: [line] });
  const group = await makeContactGroup(accountId, [{ firstName: "Silent" }]);
  const [east, own] = [await company.number(), line];
  const [stranger, written, known] = [
    await makeTalk({ line: east, name: "Abe Castle" }),
    await makeTalk({ line: east, name: "Bo Castle" }),
    await makeTalk({ line: own, name: "Cy Castle" }),
  ];
  const talks = [stranger, written, known];
  await writeDb
    .insert(contactGroupMembers)
    .values(talks.map(({ contactId }) => ({ accountId, groupId: group.id, contactId })));
  const id = await makeDraft({ by: boss, line, group });
  await begin(id, boss);
  // Others may be begun before it.
  while ((await campaignRow(id)).frozenAt === null) expect(await freezeNext()).toBe(true);
  await stopCampaign(...(await held(id, boss)));
  await writeDb
    .update(campaignRecipients)
    .set({ state: "sent", messageId: v7(), sentAt: new Date("2026-03-01T12:00:00Z") })
    .where(eq(campaignRecipients.contactId, written.contactId));
  const fileFor = async (person: Person) => {
    let file = "";
    for await (const lines of exportRecipients(await viewerOf(person), id)) file += lines;
    return file.trim().split("\r\n").toSorted();
  };
  const silent = `${group.people[0]?.phone},Silent,Not sent,,`;
  const seen = [
    silent,
    `${known.phone},Cy Castle,Not sent,,`,
    `${written.phone},Bo Castle,Sent,,2026-03-01T12:00:00.000Z`,
  ];
  expect(await fileFor(ben)).toEqual([",,Not sent,,", ...seen].toSorted());
  expect(await fileFor(boss)).toEqual([`${stranger.phone},Abe Castle,Not sent,,`, ...seen].toSorted());
});
