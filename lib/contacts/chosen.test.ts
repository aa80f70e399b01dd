import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import type { Viewer } from "../access/viewer";
import { contactsChosen } from "./chosen";
import { contactsQuery } from "./contacts-query";
import { countFirstContacts } from "./count-first-contacts";
import { DeleteContacts, deleteContacts } from "./delete";
import { OptOutContacts, optOutContacts } from "./opt-out";

const seenBy = (viewer: Viewer, list: string) => contactsChosen(viewer, { all: "1", list });
const optingOut = (form: object) => OptOutContacts.parse({ reason: "They asked us to", once: onceKey(), ...form });
const stoppedOf = async ({ accountId }: Company) =>
  (await db.select({ phone: optOuts.phone }).from(optOuts).where(eq(optOuts.accountId, accountId))).map(
    ({ phone }) => phone,
  );

async function castles() {
  const company = await makeCompany();
  const west = await company.group("West");
  const [westLine, line] = [await company.number({ groupId: west.id }), await company.number()];
  const abe = await makeTalk({ line: westLine, name: "Abe Castle" });
  const bo = await makeTalk({ line, name: "Bo Castle" });
  await makeTalk({ line: westLine, name: "Cy Quist" });
  return { company, west, line, abe, bo };
}

test("all that match are found by the list's search and filters, and never beyond what one manages", async () => {
  const { company, west, abe, bo } = await castles();
  const local = await viewerOf(await company.endUser({ groupId: west.id }));
  const { people, form } = await seenBy(local, "search=castle&sort=-added");
  expect(people.map(({ name }) => name)).toEqual(["Abe Castle"]);
  expect(await optOutContacts(local, optingOut(form))).toMatchObject({ count: 1, rest: null });
  expect(await stoppedOf(company)).toEqual([abe.phone]);
  const ana = await viewerOf(company.ana);
  const { form: allowed, ...rest } = await seenBy(ana, "search=castle&texts=allowed");
  expect(rest.people.map(({ name }) => name)).toEqual(["Bo Castle"]);
  for (const texts of ["allowed", "opted-out"])
    expect(await countFirstContacts(ana, contactsQuery({ search: "castle", texts }))).toEqual({
      count: 1,
      isAll: true,
    });
  await deleteContacts(ana, DeleteContacts.parse({ ...allowed, once: onceKey() }));
  expect((await seenBy(ana, "")).people.map(({ name }) => name)).toEqual(["Abe Castle", "Cy Quist"]);
  expect(await stoppedOf(company)).not.toContain(bo.phone);
});

test("who matches by now but was not asked about stops it, and so does who no longer does", async () => {
  const { company, line } = await castles();
  const ana = await viewerOf(company.ana);
  const { form } = await seenBy(ana, "search=castle");
  await makeTalk({ line, name: "Dee Castle" });
  await expect(optOutContacts(ana, optingOut(form))).rejects.toThrow("changed meanwhile");
  await expect(optOutContacts(ana, optingOut({ ...form, seen: undefined }))).rejects.toThrow("changed meanwhile");
  await expect(optOutContacts(ana, optingOut({ ...form, list: "search=quist" }))).rejects.toThrow("changed meanwhile");
  await expect(optOutContacts(ana, optingOut({}))).rejects.toThrow("Select somebody first.");
  expect(await stoppedOf(company)).toEqual([]);
});

test("sent twice it is done once, and is one batch of history", async () => {
  const { company } = await castles();
  const ana = await viewerOf(company.ana);
  const { form } = await seenBy(ana, "search=castle");
  const input = DeleteContacts.parse({ ...form, once: onceKey() });
  const answers = [await deleteContacts(ana, input), await deleteContacts(ana, input)];
  expect(answers[1]).toEqual(answers[0]);
  const events = await db.select().from(auditEvents).where(eq(auditEvents.accountId, company.accountId));
  expect(events.map(({ action }) => action)).toEqual(["contact.deleted", "contact.deleted"]);
  expect(new Set(events.map(({ batchId }) => batchId)).size).toBe(1);
});

test("who may manage no contacts has none that match", async () => {
  const { company, line } = await castles();
  const agent = await viewerOf(await company.endUser({ role: "messaging-agent", lines: [line] }));
  const { people, form } = await seenBy(agent, "");
  expect(people).toEqual([]);
  await expect(optOutContacts(agent, optingOut(form))).rejects.toThrow("not found");
  expect((await seenBy(await viewerOf((await makeCompany()).ana), "")).people).toEqual([]);
});

test("more than five thousand go one batch after the other, by name, each of them once", async () => {
  const company = await makeCompany();
  const ana = await viewerOf(company.ana);
  await writeDb.execute(sql`insert into contacts (id, account_id, phone, first_name)
    select gen_random_uuid(), ${company.accountId}, '+1212' || (5550000 + i), 'Same' from generate_series(1, 5003) i`);
  const counts: number[] = [];
  for (let list: string | null = ""; list !== null; ) {
    const { form } = await seenBy(ana, list);
    const { count, rest } = await optOutContacts(ana, optingOut(form));
    counts.push(count);
    list = rest && String(new URLSearchParams({ after: rest }));
  }
  expect(counts).toEqual([5000, 3]);
  expect(await stoppedOf(company)).toHaveLength(5003);
});
