import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { auditEvents, campaigns, contacts, conversations, subscriptionLinks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeContactGroup } from "@/tests/support/carrier/campaigns";
import { type Company, makeCompany, onceKey, unique, viewerOf } from "@/tests/support/cast";
import { makeTalk, type Talked } from "@/tests/support/talk";
import type { Viewer } from "../access/viewer";
import { AddContact, addContact } from "../contacts/add";
import { mergeContacts } from "../contacts/merge";
import { optOutContacts } from "../contacts/opt-out";
import { claimConversation } from "../conversations/claim";
import { releaseConversation } from "../conversations/release-one";
import { pagesOf } from "./linked-pages";
import { listActivity } from "./list";
import { activityQuery } from "./query";
import { sentenceOf } from "./sentences";

let company: Company;
let west: { id: string };
let east: { id: string };
let westLine: { id: string };
let eastLine: { id: string };
let wanda: Talked;
let edda: Talked;
let silent: string;

const told = async (viewer: Viewer, person = "") =>
  (await listActivity(viewer, activityQuery({ person }))).entries.map((entry) => sentenceOf(entry, entry.otherCount));
const linksOf = async (viewer: Viewer) =>
  Object.values(await pagesOf(viewer, (await listActivity(viewer, activityQuery({}))).entries));
const about = (viewer: Viewer) => told(viewer).then((said) => said.filter((words) => !words.includes("number")));

const OF_WEST = [
  "Ana Silva added the contact Nora Quist",
  "Ana Silva opted out Wanda West",
  "Ben Ortiz released the conversation with Wanda West",
  "Ben Ortiz claimed the conversation with Wanda West",
];

beforeAll(async () => {
  company = await makeCompany();
  west = await company.group("West");
  east = await company.group("East");
  westLine = await company.number({ groupId: west.id });
  eastLine = await company.number({ groupId: east.id });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [westLine, eastLine] });
  wanda = await makeTalk({ line: westLine, name: "Wanda West" });
  edda = await makeTalk({ line: eastLine, name: "Edda East" });
  const [of, ana] = [await viewerOf(ben), await viewerOf(company.ana)];
  const on = ({ id }: Talked) => ({ conversationId: id, once: onceKey() });
  await claimConversation(of, on(wanda));
  await claimConversation(of, on(edda));
  await releaseConversation(of, on(wanda));
  for (const { contactId } of [wanda, edda])
    await optOutContacts(ana, { contact: [contactId], reason: "Called the shop", once: onceKey() });
  const form = { firstName: "Nora", lastName: "Quist", phone: "(415) 555-0133", once: onceKey() };
  silent = (await addContact(ana, AddContact(ana).parse(form))).id;
});

/** Something done with one of each that lies in a group, or goes over its line. */
async function doOneOfEach(name: string, { groupId, numberId }: { groupId: string; numberId: string }) {
  const { accountId, ana } = company;
  const [campaignId, linkId] = [v7(), v7()];
  const list = await makeContactGroup(accountId, []);
  const made = { madeBy: ana.memberId, madeByName: ana.name };
  await writeDb.insert(campaigns).values({ ...made, id: campaignId, accountId, numberId, name, body: "Hello" });
  await writeDb
    .insert(subscriptionLinks)
    .values({ id: linkId, accountId, numberId, groupId: list.id, wording: "Texts from us", token: unique() });
  const { memberId } = await company.endUser({ groupId });
  const done = {
    "member.disabled": memberId,
    "group.renamed": groupId,
    "number.edited": numberId,
    "campaign.stopped": campaignId,
    "subscription.closed": linkId,
  };
  for (const [action, subjectId] of Object.entries(done))
    await writeDb.insert(auditEvents).values({
      ...{ id: v7(), accountId, action, subjectId, subjectName: name },
      ...{ actorId: ana.memberId, actorName: ana.name },
    });
}

test("an Admin of a group reads what was done with conversations and contacts of its lines, and of no other", async () => {
  const local = await viewerOf(await company.admin({ groupId: west.id }));
  expect(await about(local)).toEqual(OF_WEST);
  expect(await told(local, "wanda")).toEqual(OF_WEST.slice(1));
  expect(await told(local, wanda.id)).toEqual(OF_WEST.slice(2));
  for (const stranger of ["edda", edda.id, edda.contactId]) expect(await told(local, stranger)).toEqual([]);
  expect(await about(await viewerOf(company.ana))).toHaveLength(6);
});

test("it leads to the contact, and to the conversation for who has the line", async () => {
  const contactPages = [wanda.contactId, silent].map((id) => `/contacts/${id}`).sort();
  const without = await linksOf(await viewerOf(await company.admin({ groupId: west.id })));
  expect(without.filter((page) => page.startsWith("/contacts/")).sort()).toEqual(contactPages);
  expect(without.filter((page) => page.startsWith("/inbox/"))).toEqual([]);
  const having = await linksOf(await viewerOf(await company.admin({ groupId: west.id, lines: [westLine] })));
  expect(having.filter((page) => page.startsWith("/inbox/"))).toEqual([`/inbox/${wanda.id}`]);
});

test("without Texting there is history of the lines, and nothing to open", async () => {
  const local = await viewerOf(await company.admin({ groupId: west.id, products: ["reports"], lines: [westLine] }));
  expect(await about(local)).toEqual(OF_WEST.slice(1));
  expect((await linksOf(local)).filter((page) => /inbox|contacts/.test(page))).toEqual([]);
  await writeDb.update(contacts).set({ company: "Harbor Bakery" }).where(eq(contacts.id, wanda.contactId));
  expect(await told(local, "wanda")).toEqual(OF_WEST.slice(1));
  expect(await told(local, "bakery")).toEqual([]);
  expect(await told(await viewerOf(company.ana), "bakery")).toHaveLength(3);
});

test("nobody else's history: who may not read it, and other companies", async () => {
  const other = await makeCompany();
  const user = await company.endUser({ groupId: west.id, lines: [westLine] });
  for (const person of [other.ana, user]) expect(await told(await viewerOf(person))).toEqual([]);
  expect(await told(await viewerOf(other.ana), wanda.id)).toEqual([]);
});

test("a contact that is shown with another leads nowhere of its own", async () => {
  const ana = await viewerOf(company.ana);
  const twin = await makeTalk({ line: westLine, name: "Wanda Twin" });
  await optOutContacts(ana, { contact: [twin.contactId], reason: "Said so", once: onceKey() });
  await mergeContacts(ana, { contactId: wanda.contactId, other: twin.phone, once: onceKey() });
  expect(await linksOf(ana)).not.toContain(`/contacts/${twin.contactId}`);
});

test("with more conversations than are asked for one by one it is the same", async () => {
  const local = await viewerOf(await company.admin({ groupId: west.id }));
  await doOneOfEach("Sand", { groupId: west.id, numberId: westLine.id });
  await doOneOfEach("Rock", { groupId: east.id, numberId: eastLine.id });
  const before = await told(local);
  expect(before.slice(0, 5)).toEqual([
    "Ana Silva closed a subscription link to the contact group Sand",
    "Ana Silva stopped the campaign Sand",
    "Ana Silva edited the number Sand",
    "Ana Silva edited the group Sand",
    "Ana Silva disabled Sand",
  ]);
  await writeDb.execute(sql`with made as (insert into contacts (id, account_id, phone)
      select gen_random_uuid(), ${company.accountId}, '+1212' || (5550000 + i) from generate_series(1, 1100) i returning id)
    insert into ${conversations} (id, account_id, number_id, contact_id)
      select gen_random_uuid(), ${company.accountId}, ${westLine.id}, id from made`);
  expect(await told(local)).toEqual(before);
  expect(before.slice(-OF_WEST.length)).toEqual(OF_WEST);
});
