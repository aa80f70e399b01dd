import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/db";
import {
  consentEvents,
  contacts,
  conversations,
  groups,
  lineAccess,
  members,
  numbers,
  roleAssignments,
  users,
} from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, type Person } from "@/tests/support/cast";
import { countsOf, rowsOf } from "@/tests/support/rows";
import { conversationOf, makeTalk } from "@/tests/support/talk";

/** What PostgreSQL says: the state of the error and the constraint that refused. */
async function verdict(work: PromiseLike<unknown>): Promise<string> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const { code, constraint_name } = cause as { code?: string; constraint_name?: string };
    return [code, constraint_name].filter(Boolean).join(" ");
  }
}

const update = (person: Person, values: Partial<typeof users.$inferInsert>) =>
  writeDb.update(users).set(values).where(eq(users.id, person.userId));
const updateMember = (person: Person, values: Partial<typeof members.$inferInsert>) =>
  writeDb.update(members).set(values).where(eq(members.id, person.memberId));
const revisionOf = async (person: Person) => (await rowsOf(person))?.member.revision ?? 0;

test("a username never changes once it exists, not even its case", async () => {
  const { ana } = await makeCompany();
  expect(await verdict(update(ana, { username: "another" }))).toBe("23514 users_username_fixed");
  expect(await verdict(update(ana, { username: ana.username?.toUpperCase() ?? "" }))).toBe(
    "23514 users_username_fixed",
  );
  expect(await verdict(update(ana, { username: null }))).toBe("23514 users_username_fixed");
  expect(await verdict(update(ana, { username: ana.username }))).toBe("accepted");
  expect((await rowsOf(ana))?.user.username).toBe(ana.username);
});

test("somebody invited by email only gets a username once", async () => {
  const company = await makeCompany();
  const invited = await company.pending({ username: null });
  expect(await verdict(update(invited, { username: `chosen.${v7()}` }))).toBe("accepted");
  expect(await verdict(update(invited, { username: "another" }))).toBe("23514 users_username_fixed");
});

test("a username is unique over all companies, whatever the case, and holds no @", async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  const taken = one.ana.username?.toUpperCase() ?? "";
  expect(await verdict(other.endUser({ username: taken }))).toBe("23505 users_username_key");
  expect(await verdict(other.endUser({ username: "ana@home" }))).toBe("23514 users_username_no_at");
});

test("an email is unique over all users, whatever the case", async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  expect(await verdict(other.endUser({ email: one.ana.email.toUpperCase() }))).toBe("23505 users_email_key");
});

test("the totals by status stay right whatever happens to members", async () => {
  const company = await makeCompany();
  expect(await countsOf(company)).toEqual({ active: 1, pending: 0, disabled: 0 });
  const pending = await company.pending();
  const disabled = await company.disabled();
  const endUser = await company.endUser();
  expect(await countsOf(company)).toEqual({ active: 2, pending: 1, disabled: 1 });
  await updateMember(pending, { acceptedAt: new Date() });
  await updateMember(disabled, { disabledAt: null });
  expect(await countsOf(company)).toEqual({ active: 4, pending: 0, disabled: 0 });
  await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.accountId, company.accountId));
  expect(await countsOf(company)).toEqual({ active: 0, pending: 0, disabled: 4 });
  await writeDb.delete(users).where(eq(users.id, endUser.userId));
  expect(await countsOf(company)).toEqual({ active: 0, pending: 0, disabled: 3 });
  await writeDb.delete(members).where(eq(members.accountId, company.accountId));
  expect(await countsOf(company)).toEqual({ active: 0, pending: 0, disabled: 0 });
});

test("one company's members never count in another's totals", async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  await one.pending();
  expect(await countsOf(other)).toEqual({ active: 1, pending: 0, disabled: 0 });
});

test("status is the database's alone: disabled beats pending", async () => {
  const company = await makeCompany();
  const pending = await company.pending();
  await updateMember(pending, { disabledAt: new Date() });
  expect((await rowsOf(pending))?.member.status).toBe("Disabled");
  expect(await verdict(writeDb.execute(sql`update members set status = 'Active' where id = ${pending.memberId}`))).toBe(
    "428C9",
  );
});

test("the default number must be one of the member's lines, in whatever order both are written", async () => {
  const company = await makeCompany();
  const [line, other] = [await company.number(), await company.number()];
  const person = await company.endUser({ lines: [line] });
  expect(await verdict(updateMember(person, { defaultNumberId: other.id }))).toBe("23503 members_default_is_a_line");
  const drop = () => writeDb.delete(lineAccess).where(eq(lineAccess.memberId, person.memberId));
  expect(await verdict(drop())).toBe("23503 members_default_is_a_line");
  await writeDb.transaction(async (tx) => {
    await tx.update(members).set({ defaultNumberId: other.id }).where(eq(members.id, person.memberId));
    await tx.insert(lineAccess).values({ accountId: company.accountId, memberId: person.memberId, numberId: other.id });
  });
  expect((await rowsOf(person))?.member.defaultNumberId).toBe(other.id);
});

test("lists sort and search by the person as they are now", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const person = await company.endUser({ name: "Zoë Ångström", lines: [line] });
  const copy = async () => (await rowsOf(person))?.member;
  expect(await copy()).toMatchObject({ nameKey: "Zoë Ångström", emailKey: person.email.toLowerCase() });
  expect((await copy())?.search).toBe(`zoe angstrom\n${person.email}\n${person.username}\n${line.e164}`.toLowerCase());
  await update(person, { lastName: "Öberg", email: `ZOE.${v7()}@harbour.example`, contactNumber: "+14155550134" });
  const renamed = await copy();
  expect(renamed).toMatchObject({ nameKey: "Zoë Öberg" });
  expect(renamed?.emailKey).toMatch(/^zoe\./);
  expect(renamed?.search).toMatch(/^zoe oberg\nzoe\.\S+\n\S+\n\+14155550134\n\+1/);
});

test("names sort as people expect: Ångström beside Angström, not after Zoë", async () => {
  const company = await makeCompany();
  for (const name of ["Zoë Adams", "Ångström Berg", "Angela Cruz", "Bea Diaz"]) await company.endUser({ name });
  const rows = await db
    .select({ name: members.nameKey })
    .from(members)
    .where(eq(members.accountId, company.accountId))
    .orderBy(members.nameKey);
  expect(rows.map((row) => row.name)).toEqual(["Ana Silva", "Angela Cruz", "Ångström Berg", "Bea Diaz", "Zoë Adams"]);
});

test("the revision moves on with every change that an editor would see, and with no other", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const person = await company.endUser({ lines: [line] });
  const changes = [
    () => update(person, { firstName: "Benedict" }),
    () => update(person, { timeZone: "Europe/Lisbon" }),
    () => updateMember(person, { disabledAt: new Date() }),
    () => updateMember(person, { defaultNumberId: null }),
    () => updateMember(person, { products: ["texting"] }),
  ];
  for (const change of changes) {
    const before = await revisionOf(person);
    await change();
    expect(await revisionOf(person)).toBe(before + 1);
  }
  const before = await revisionOf(person);
  await updateMember(person, { lastLoginAt: new Date() });
  await update(person, { passwordHash: "another" });
  expect(await revisionOf(person)).toBe(before);
});

test("nothing points across companies", async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  const theirs = await other.number();
  const { accountId, ana } = one;
  const line = (values: { accountId: string; numberId: string }) =>
    writeDb.insert(lineAccess).values({ memberId: ana.memberId, ...values });
  expect(await verdict(line({ accountId, numberId: theirs.id }))).toMatch(/^23503/);
  expect(await verdict(line({ accountId: other.accountId, numberId: theirs.id }))).toMatch(/^23503/);
  const role = { accountId, memberId: ana.memberId, role: "end-user", groupId: other.rootGroupId } as const;
  expect(await verdict(writeDb.insert(roleAssignments).values(role))).toMatch(/^23503/);
  const number = { accountId, groupId: other.rootGroupId, e164: "+14155550100", label: "Theirs" };
  expect(await verdict(writeDb.insert(numbers).values(number))).toMatch(/^23503/);
});

test("a company has one root group, and a group knows its path from there", async () => {
  const company = await makeCompany();
  const second = { accountId: company.accountId, name: "Another root" };
  expect(await verdict(writeDb.insert(groups).values(second))).toBe("23505 groups_root_key");
  const north = await company.group("North");
  const dock = await company.group("Dock", north.id);
  const [row] = await db.select({ path: groups.path }).from(groups).where(eq(groups.id, dock.id));
  expect(row?.path).toEqual([company.rootGroupId, north.id, dock.id]);
});

test("the read handle can only read", async () => {
  const { accountId } = await makeCompany();
  expect(await verdict(db.execute(sql`update accounts set name = 'mine' where id = ${accountId}`))).toBe("25006");
});

test("a claim goes with the line, whoever takes it, and nobody claims what is on a line they lack", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const [ben, cara] = [await company.endUser({ lines: [line] }), await company.endUser()];
  const talk = await makeTalk({ line, claimedBy: ben });
  const claim = (person: Person) =>
    writeDb.update(conversations).set({ claimedBy: person.memberId }).where(eq(conversations.id, talk.id));
  expect(await verdict(claim(cara))).toBe("23503 conversations_claimed_with_line");
  await updateMember(ben, { defaultNumberId: null });
  await writeDb.delete(lineAccess).where(eq(lineAccess.memberId, ben.memberId));
  expect(await conversationOf(talk)).toMatchObject({ claimedBy: null, revision: 2 });
});

test("what somebody said about getting texts is never rewritten", async () => {
  const { accountId } = await makeCompany();
  const phone = "+14155550134";
  await writeDb.insert(consentEvents).values({ accountId, phone, kind: "out", source: "text", words: "STOP" });
  const rewrite = writeDb.update(consentEvents).set({ kind: "in" }).where(eq(consentEvents.accountId, accountId));
  expect(await verdict(rewrite)).toBe("23514 consent_events_fixed");
});

test("a contact is called by their number until somebody says who it is, and is found by either", async () => {
  const { accountId } = await makeCompany();
  const [id, phone] = [v7(), "+14155550134"];
  const contact = async () => (await db.select().from(contacts).where(eq(contacts.id, id)))[0];
  await writeDb.insert(contacts).values({ id, accountId, phone });
  expect(await contact()).toMatchObject({ name: phone, search: phone, revision: 1 });
  await writeDb
    .update(contacts)
    .set({ firstName: "Zoë", lastName: "Öberg", company: "Pier" })
    .where(eq(contacts.id, id));
  expect(await contact()).toMatchObject({ name: "Zoë Öberg", search: `zoe oberg\n${phone}\npier`, revision: 2 });
});
