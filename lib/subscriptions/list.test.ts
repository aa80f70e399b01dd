import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeDb } from "@/db/write";
import type { Params } from "@/lib/paging";
import { makeContactGroup } from "@/tests/support/carrier/campaigns";
import { makeSubscriptionLink, WORDING } from "@/tests/support/carrier/subscriptions";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { AddSubscriptionLink, addSubscriptionLink } from "./add";
import { listSubscriptionLinks } from "./list";
import { subscriptionOptions } from "./subscription-options";
import { subscriptionsQuery } from "./subscriptions-query";

test("links are made for one's own lines and groups one sees, and seen by who has the line or looks after it", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const [west, east] = [await company.group("West"), await company.group("East")];
  const [inWest, inEast] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
  const sender = await company.endUser({ role: "sender", groupId: west.id, lines: [inWest] });
  const link = await makeSubscriptionLink({ by: sender, line: inWest });
  const viewer = await viewerOf(sender);
  expect((await listSubscriptionLinks(viewer, subscriptionsQuery({}))).rows.map(({ id }) => id)).toEqual([link.id]);
  await expect(makeSubscriptionLink({ by: sender, line: inEast })).rejects.toMatchObject({ field: "from" });

  const eastSide = await makeTalk({ line: inEast });
  const group = await makeContactGroup(accountId, []);
  await writeDb.execute(sql`insert into contact_group_members (account_id, group_id, contact_id)
    values (${accountId}, ${group.id}, ${eastSide.contactId})`);
  const form = { group: group.id, from: inWest.id, wording: WORDING, once: onceKey() };
  await expect(addSubscriptionLink(viewer, AddSubscriptionLink.parse(form))).rejects.toMatchObject({
    field: "group",
  });
  expect((await subscriptionOptions(viewer)).groups.map(({ value }) => value)).not.toContain(group.id);

  const lead = await viewerOf(await company.admin({ groupId: west.id }));
  expect((await listSubscriptionLinks(lead, subscriptionsQuery({}))).rows.map(({ id }) => id)).toEqual([link.id]);
  const beside = await viewerOf(await company.admin({ groupId: east.id }));
  expect((await listSubscriptionLinks(beside, subscriptionsQuery({}))).rows).toEqual([]);
});

test("links are found by their group, their line and their wording, and by whether they are open", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const [line, other] = [await company.number({ groupId: west.id }), await company.number()];
  const ben = await company.admin({ lines: [line, other] });
  const [first, second] = [
    await makeSubscriptionLink({ by: ben, line }),
    await makeSubscriptionLink({ by: ben, line: other }),
  ];
  const found = async (asked: Params) =>
    (await listSubscriptionLinks(await viewerOf(ben), subscriptionsQuery(asked))).rows.map(({ id }) => id);
  expect(await found({ search: line.e164 })).toEqual([first.id]);
  expect(await found({ search: WORDING.slice(0, 12) })).toEqual([second.id, first.id]);
  expect(await found({ search: "nothing like it" })).toEqual([]);
  await writeDb.execute(sql`update subscription_links set closed_at = now() where id = ${first.id}`);
  expect(await found({ state: "Open" })).toEqual([second.id]);
  expect(await found({ state: "Closed" })).toEqual([first.id]);
  expect(await found({ state: "nonsense" })).toEqual([second.id, first.id]);
});

test("the name of a group that is not theirs to see finds nothing", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  const line = await company.number({ groupId: west.id });
  const ben = await company.admin({ lines: [line] });
  const link = await makeSubscriptionLink({ by: ben, line });
  const eastern = await makeTalk({ line: await company.number() });
  await writeDb.execute(sql`insert into contact_group_members (account_id, group_id, contact_id)
    values (${company.accountId}, ${link.groupId}, ${eastern.contactId})`);
  const lead = await company.admin({ groupId: west.id });
  const found = async (person: Person, search: string) =>
    (await listSubscriptionLinks(await viewerOf(person), subscriptionsQuery({ search }))).rows.map(({ id }) => id);
  expect(await found(ben, link.group.name)).toEqual([link.id]);
  expect(await found(lead, "")).toEqual([link.id]);
  expect(await found(lead, link.group.name)).toEqual([]);
});
