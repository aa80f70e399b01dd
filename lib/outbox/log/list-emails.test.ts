import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveries } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, type Person, unique, viewerOf } from "@/tests/support/cast";
import { emailTo } from "@/tests/support/emails";
import { linkIn } from "@/tests/support/rows";
import { resendInvitation } from "../../invitations/resend";
import { deleteUser } from "../../users/delete";
import { emailQuery, emailsAddress } from "./email-query";
import { listEmails } from "./list-emails";

const pageFor = async (by: Person, params: Record<string, string> = {}) =>
  listEmails(await viewerOf(by), emailQuery(params));

const addresses = async (by: Person, params?: Record<string, string>) =>
  (await pageFor(by, params)).rows.map(({ to }) => to);

const told = (providerId: string, state: "delivered" | "delayed" | "bounced", reason: string | null = null) =>
  writeDb.insert(deliveries).values({ providerId, state, reason, at: new Date() });

test("the log says of every email to whom it went, which it was and what became of it", async () => {
  const company = await makeCompany();
  const [ben, pending] = [await company.endUser(), await company.pending()];
  const ids = [unique(), unique(), unique()] as const;
  await emailTo(ben, { template: "reset", state: "sent", providerId: ids[0] });
  await emailTo(ben, { template: "password-changed", state: "sent", providerId: ids[1] });
  await emailTo(pending, { state: "sent", providerId: ids[2] });
  await emailTo(pending, { state: "queued", error: "429: slow down" });
  await emailTo(pending, { state: "queued" });
  await emailTo(pending);
  await told(ids[0], "delivered");
  await told(ids[1], "delayed");
  await told(ids[2], "bounced", "no such mailbox");
  const { rows } = await pageFor(company.ana);
  expect(rows.map(({ what, state, reason, nextAt, may }) => [what, state, reason, nextAt !== null, may])).toEqual([
    ["Welcome", "failed", "422: mailbox full", false, { sendAgain: true, leave: true }],
    ["Welcome", "queued", null, false, { sendAgain: false, leave: false }],
    ["Welcome", "queued", "429: slow down", true, { sendAgain: false, leave: false }],
    ["Welcome", "bounced", "no such mailbox", false, { sendAgain: true, leave: false }],
    ["Password changed", "delayed", null, false, { sendAgain: true, leave: false }],
    ["Password reset link", "delivered", null, false, { sendAgain: true, leave: false }],
  ]);
  expect(rows[0]?.person).toEqual({ id: pending.memberId, name: pending.name, page: true });
});

test("no link, token or other secret comes along", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  await resendInvitation(await viewerOf(company.ana), { memberId: person.memberId, once: onceKey() });
  const link = await linkIn(person.email);
  const said = JSON.stringify(await pageFor(company.ana));
  expect(said).toContain(person.email);
  expect(said).not.toContain(link.searchParams.get("token"));
  expect(said).not.toMatch(/https?:|secret|props/);
});

test("a state and a person narrow it", async () => {
  const company = await makeCompany();
  const [mara, otto] = [
    await company.pending({ name: "Mara Lindqvist" }),
    await company.pending({ name: "Otto Weiss" }),
  ];
  const bounced = unique();
  await emailTo(mara, { state: "queued" });
  await emailTo(mara, { state: "sent", providerId: bounced });
  await emailTo(otto);
  await emailTo(otto, { state: "failed", decidedAt: new Date() });
  await emailTo(otto, { state: "sent" });
  await told(bounced, "bounced");
  const { ana } = company;
  expect(await addresses(ana, { state: "waiting" })).toEqual([mara.email]);
  expect(await addresses(ana, { state: "undelivered" })).toEqual([otto.email, otto.email, mara.email]);
  expect(await addresses(ana, { state: "undecided" })).toEqual([otto.email]);
  expect(await addresses(ana, { to: "lindq" })).toEqual([mara.email, mara.email]);
  expect(await addresses(ana, { to: otto.email.slice(0, 9), state: "undecided" })).toEqual([otto.email]);
  expect(await addresses(ana, { to: "nobody of that name" })).toEqual([]);
});

test("whoever is gone is found by the whole address, and is nobody's page", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  await emailTo(person);
  await deleteUser(await viewerOf(company.ana), { memberId: person.memberId, once: onceKey() });
  const { rows } = await pageFor(company.ana, { to: person.email.toUpperCase() });
  expect(rows).toMatchObject([{ to: person.email, person: null, may: { sendAgain: false, leave: false } }]);
  const ofGroup = await company.admin({ groupId: (await company.group("West")).id });
  expect(await addresses(ofGroup)).toEqual([]);
});

test("an Admin sees the emails of their own company, and of a group those to its people", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const west = await company.group("West");
  const [inside, outside] = [await company.pending({ groupId: west.id }), await company.pending()];
  const theirs = await other.pending({ email: `theirs-${unique()}@x.example` });
  for (const person of [inside, outside, theirs]) await emailTo(person);
  await emailTo({ ...outside, memberId: null, email: "nobody@x.example" });
  // A guest of both companies: each sees what it sent itself.
  const guest = await company.guest(theirs);
  await emailTo(guest);
  const ofWest = await company.admin({ groupId: west.id });
  expect(await addresses(company.ana)).toEqual([theirs.email, "nobody@x.example", outside.email, inside.email]);
  expect(await addresses(ofWest)).toEqual([inside.email]);
  for (const to of [outside.email, "nobody@x.example", theirs.email])
    expect(await addresses(ofWest, { to })).toEqual([]);
  expect(await addresses(other.ana)).toEqual([theirs.email]);
  expect(await addresses(await company.endUser())).toEqual([]);
});

test("pages meet without a gap, forwards and backwards, also among emails of the same moment", async () => {
  const company = await makeCompany();
  await writeDb.execute(sql`insert into outbox (id, account_id, template, "to", props, state, created_at)
    select gen_random_uuid(), ${company.accountId}, 'welcome', i || '@x.example', '{}', 'sent',
      date_trunc('milliseconds', now()) - (i / 40) * interval '1 minute' from generate_series(1, 120) i`);
  const { ana } = company;
  const first = await pageFor(ana);
  const second = await pageFor(ana, { after: first.next ?? "" });
  const third = await pageFor(ana, { after: second.next ?? "" });
  const all = [first, second, third].flatMap(({ rows }) => rows.map(({ to }) => to));
  expect([new Set(all).size, first.previous, third.next]).toEqual([120, null, null]);
  const last = await pageFor(ana, { before: "last" });
  expect(last.rows.map(({ to }) => to)).toEqual(all.slice(-50));
  const before = await pageFor(ana, { before: third.previous ?? "" });
  expect(before.rows).toEqual(second.rows);
});

test("an address that makes no sense is as if it weren't", () => {
  const first = { state: null, to: "", from: "first" };
  for (const params of [{ state: "x", after: "y" }, { before: "eyJ9" }, { to: " \0 " }, { state: "__proto__" }])
    expect(emailQuery(params)).toEqual(first);
  const query = emailQuery({ state: "undecided", to: "ben" });
  expect(emailsAddress(query, { before: "last" })).toBe("/admin/activity/emails?state=undecided&to=ben&before=last");
});
