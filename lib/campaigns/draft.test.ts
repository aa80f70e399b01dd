import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { contactGroupMembers } from "@/db/schema";
import { writeDb } from "@/db/write";
import {
  begin as beginBy,
  campaignRow,
  held,
  makeContactGroup,
  makeDraft,
  recipientsOf,
} from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { pagesOf } from "../audit/linked-pages";
import { listActivity } from "../audit/list";
import { activityQuery } from "../audit/query";
import { sentenceOf } from "../audit/sentences";
import { NotFound } from "../errors";
import { campaignOptions } from "./campaign-options";
import { campaignsQuery } from "./campaigns-query";
import { getCampaign } from "./get";
import { pauseCampaign } from "./hold";
import { listCampaigns } from "./list";
import { reviewCampaign } from "./review";
import { AddCampaign, EditCampaign, editCampaign } from "./save";
import { runCampaigns } from "./send/run-campaigns";
import { startCampaign } from "./start";

const company = await makeCompany();
const { accountId } = company;
const line = await company.number();
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

const draft = (group: { id: string }, form: Record<string, unknown> = {}, by: Person = ben) =>
  makeDraft({ by, line, group }, form);
const begin = (id: string) => beginBy(id, ben);

describe("a draft", () => {
  test("says what is wrong with it beside the field", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const typed = { name: "Sale", from: line.id, group: [group.id], message: "Hi {nick name|you}" };
    await expect(draft(group, { message: typed.message })).rejects.toMatchObject({
      field: "message",
      message: expect.stringContaining("There is no field {nick name|you}."),
    });
    expect(AddCampaign.safeParse({ ...typed, message: "Hi", group: [] }).error?.issues[0]?.path).toEqual(["group"]);
    await expect(draft(group, { when: "at", date: "2020-01-01", time: "10:00" })).rejects.toMatchObject({
      field: "time",
    });
    await expect(draft(group, { when: "at" })).rejects.toMatchObject({ field: "date" });
    await expect(draft(group, { from: (await company.number()).id })).rejects.toMatchObject({ field: "from" });
    const elsewhere = await makeContactGroup((await makeCompany()).accountId, [{}]);
    await expect(draft(elsewhere)).rejects.toMatchObject({ field: "group" });
  });

  test.each([
    ["Hi {first name|there, we open at 9", "{first name|there, we open at 9"],
    ["Hi {{first name|there}}, we open at 9", "{{first name|there}}"],
    ["Hi {first name|{company}}, we open at 9", "{first name|{company}}"],
    ["Hi {{ contact.first_name }}", "{{ contact.first_name }}"],
  ])("of which people would read the braces is refused: %s", async (message, field) => {
    const group = await makeContactGroup(accountId, [{}]);
    await expect(draft(group, { message })).rejects.toMatchObject({
      field: "message",
      message: expect.stringContaining(`There is no field ${field}.`),
    });
  });

  test("may hold a mouth", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    expect(await campaignRow(await draft(group, { message: "We are glad :-} {first name|you}" }))).toBeDefined();
  });

  test("begins only whole, once, and as it was looked over", async () => {
    const empty = await makeContactGroup(accountId, [{ hasAgreed: false }]);
    await expect(begin(await draft(empty))).rejects.toThrow("Nobody in these groups can get it.");
    const group = await makeContactGroup(accountId, [{ firstName: "Marisol" }, {}]);
    for (const bare of ["Hi {first name}", "Hi {first name|}, hello", "Hi {first name| }, hello"])
      await expect(begin(await draft(group, { message: bare })), bare).rejects.toThrow("1 of them have no first name");
    const id = await draft(group);
    const viewer = await viewerOf(ben);
    const seen = (await campaignRow(id)).revision;
    const form = { name: "Spring sale", from: line.id, group: [group.id], message: "Changed", revision: seen };
    await editCampaign(viewer, EditCampaign.parse({ ...form, campaignId: id, once: onceKey() }));
    await expect(startCampaign(viewer, { campaignId: id, revision: seen, once: onceKey() })).rejects.toThrow(
      "Somebody else changed",
    );
    const both = await Promise.allSettled([begin(id), begin(id)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(
      editCampaign(viewer, EditCampaign.parse({ ...form, revision: seen + 2, campaignId: id, once: onceKey() })),
    ).rejects.toThrow("stays as it is");
  });

  test("at a time of each contact's own begins as long as it is still to come for whoever sends it", async () => {
    const dee = await company.endUser({ name: "Dee West", lines: [line], timeZone: "Pacific/Pago_Pago" });
    const group = await makeContactGroup(accountId, [
      { timeZone: "Pacific/Pago_Pago" },
      { timeZone: "Pacific/Kiritimati" },
    ]);
    // By their clocks in two hours, and in Kiritimati a day ago.
    const [date, time] = new Date(Date.now() - 9 * 3_600_000).toISOString().slice(0, 16).split("T");
    const id = await draft(group, { when: "at", date, time, ownZones: "yes" }, dee);
    const { revision } = await campaignRow(id);
    const form = { campaignId: id, revision, once: onceKey() };
    await expect(startCampaign(await viewerOf(ben), form)).rejects.toThrow("Its time has come and gone.");
    expect(await startCampaign(await viewerOf(dee), form)).toMatchObject({ state: "scheduled" });
    await runCampaigns();
    const [there, here] = (await recipientsOf(id)).toSorted((a, b) => Number(a.notBefore) - Number(b.notBefore));
    expect([there?.zone, here?.zone]).toEqual(["Pacific/Kiritimati", "Pacific/Pago_Pago"]);
    expect(there?.notBefore?.getTime()).toBeLessThan(Date.now());
    expect(here?.notBefore?.getTime()).toBeGreaterThan(Date.now());
  });

  test("is found by whoever may manage campaigns on its line's group, and by nobody else", async () => {
    const [west, east] = [await company.group("West"), await company.group("East")];
    const own = await company.number({ groupId: west.id });
    const wes = await company.admin({ name: "Wes Adair", groupId: west.id, lines: [own] });
    const id = await draft(await makeContactGroup(accountId, [{}]), { from: own.id }, wes);
    const names = async (person: Person) =>
      (await listCampaigns(await viewerOf(person), campaignsQuery({}))).rows.map((row) => row.id);
    expect(await names(wes)).toEqual([id]);
    expect(await names(company.ana)).toContain(id);
    const strangers = [
      await company.admin({ groupId: east.id }),
      (await makeCompany()).ana,
      await company.endUser({ role: "viewer" }),
    ];
    for (const person of strangers) {
      expect(await names(person)).not.toContain(id);
      expect(await getCampaign(await viewerOf(person), id)).toBeUndefined();
      await expect(pauseCampaign(...(await held(id, person)))).rejects.toThrow(NotFound);
    }
  });

  test("is found by a part of its name, and by how it stands", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const id = await draft(group, { name: "Été in the garden" });
    const found = async (asked: Record<string, string>) =>
      (await listCampaigns(await viewerOf(company.ana), campaignsQuery(asked))).rows.map((row) => row.id);
    expect(await found({ search: "ete gard" })).toEqual([id]);
    expect(await found({ search: "garden", state: "draft" })).toEqual([id]);
    expect(await found({ search: "garden", state: "sending" })).toEqual([]);
    expect(await found({ search: "nothing like it" })).toEqual([]);
    await writeDb.execute(sql`update campaigns set state = 'stopped' where id = ${id}`);
    expect(await found({ search: "garden", state: "stopped" })).toEqual([id]);
    expect(await found({ search: "garden", state: "no state" })).toEqual([id]);
  });

  test("stands in the history of its line's group, and leads to its page", async () => {
    const [north, south] = [await company.group("North"), await company.group("South")];
    const own = await company.number({ groupId: north.id });
    const nina = await company.admin({ name: "Nina Berg", groupId: north.id, lines: [own] });
    const id = await makeDraft({ by: nina, line: own, group: await makeContactGroup(accountId, [{}]) });
    const told = async (person: Person) => {
      const viewer = await viewerOf(person);
      const { entries } = await listActivity(viewer, activityQuery({ person: id }));
      return [entries.map((entry) => sentenceOf(entry, entry.otherCount)), await pagesOf(viewer, entries)];
    };
    expect(await told(await company.admin({ groupId: north.id }))).toEqual([
      ["Nina Berg made the campaign Spring sale"],
      expect.objectContaining({ [id]: `/campaigns/${id}` }),
    ]);
    expect(await told(await company.admin({ groupId: south.id }))).toEqual([[], {}]);
  });

  test("goes to no group in which there is somebody whom its maker does not see", async () => {
    const [north, south] = [await company.group("North End"), await company.group("South End")];
    const [own, beside] = [await company.number({ groupId: north.id }), await company.number({ groupId: south.id })];
    const nils = await company.endUser({ name: "Nils Dahl", groupId: north.id, lines: [own] });
    const [talk, other] = [await makeTalk({ line: own }), await makeTalk({ line: beside })];
    const group = await makeContactGroup(accountId, []);
    const join = (contactId: string) =>
      writeDb.insert(contactGroupMembers).values({ accountId, groupId: group.id, contactId });
    await join(talk.contactId);
    const viewer = await viewerOf(nils);
    const id = await makeDraft({ by: nils, line: own, group });
    expect(await reviewCampaign(viewer, await campaignRow(id))).toMatchObject({ recipients: 1 });
    await join(other.contactId);
    expect(await reviewCampaign(viewer, await campaignRow(id))).toBeNull();
    await expect(beginBy(id, nils)).rejects.toThrow("whom you don't see");
    const form = { campaignId: id, name: "Sale", from: own.id, group: [group.id], message: "Hi", revision: 1 };
    await expect(editCampaign(viewer, EditCampaign.parse(form))).rejects.toThrow("whom you don't see");
    await expect(makeDraft({ by: nils, line: own, group })).rejects.toMatchObject({ field: "group" });
    expect((await campaignOptions(viewer)).groups.map(({ value }) => value)).not.toContain(group.id);
    expect(await reviewCampaign(await viewerOf(company.ana), await campaignRow(id))).toMatchObject({ recipients: 2 });
  });
});
