import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { makeContactGroup } from "@/tests/support/carrier/campaigns";
import { makeSubscriptionLink, WORDING } from "@/tests/support/carrier/subscriptions";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { AddSubscriptionLink, addSubscriptionLink } from "./add";
import { listSubscriptionLinks } from "./list";
import { subscriptionOptions } from "./subscription-options";

test("links are made for one's own lines and groups one sees, and seen by who has the line or looks after it", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const [west, east] = [await company.group("West"), await company.group("East")];
  const [inWest, inEast] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
  const sender = await company.endUser({ role: "sender", groupId: west.id, lines: [inWest] });
  const link = await makeSubscriptionLink({ by: sender, line: inWest });
  const viewer = await viewerOf(sender);
  expect((await listSubscriptionLinks(viewer, "first")).rows.map(({ id }) => id)).toEqual([link.id]);
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
  expect((await listSubscriptionLinks(lead, "first")).rows.map(({ id }) => id)).toEqual([link.id]);
  const beside = await viewerOf(await company.admin({ groupId: east.id }));
  expect((await listSubscriptionLinks(beside, "first")).rows).toEqual([]);
});
