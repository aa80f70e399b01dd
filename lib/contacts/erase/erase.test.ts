import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, contacts, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { formatNumber } from "@/lib/numbers/format-number";
import { addUnsubscribeLinks } from "@/lib/unsubscribe/unsubscribe-links";
import { deskOf } from "@/tests/support/carrier/desk";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { conversationOf, makeTalk, messagesOf, parkText, type Talked } from "@/tests/support/talk";
import { NotFound } from "../../errors";
import { AddContact, addContact } from "../add";
import { EditContact, editContact } from "../edit";
import { getContact } from "../get";
import { PreviewContacts, previewContacts } from "../import/preview";
import { mergeContacts } from "../merge";
import { optOutContacts } from "../opt-out";
import { partContacts } from "../part";
import { eraseContact } from "./erase";

const erase = (viewer: Viewer, contactId: string) => eraseContact(viewer, { contactId, once: onceKey() });
const typed = (form: object) => ({ firstName: "", lastName: "", ...form, once: onceKey() });
const add = (viewer: Viewer, phone: string) => addContact(viewer, AddContact(viewer).parse(typed({ phone })));
const contactOf = async ({ accountId, phone }: Talked) =>
  (await db.select().from(contacts).where(sql`account_id = ${accountId} and phone = ${phone}`))[0];
const stopOf = async ({ accountId, phone }: Talked) =>
  (await db.select().from(optOuts).where(sql`account_id = ${accountId} and phone = ${phone}`))[0];
/** Somebody's change is under way. */
const isHeld = async (id: string) =>
  (await writeDb.execute(sql`select from contacts where id = ${id} for update skip locked`)).length === 0;

/** The tables in which a word stands, wherever in a row. */
async function tablesWith(word: string): Promise<string[]> {
  const found = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const held: string[] = [];
  for (const { name } of found.filter((each) => each.name !== "once_keys")) {
    const [hit] = await db.execute(
      sql`select from ${sql.identifier(name)} r where strpos(to_jsonb(r)::text, ${word}) > 0 limit 1`,
    );
    if (hit) held.push(name);
  }
  return held.sort();
}

describe("who is erased", () => {
  test("is named in no table any more, by no telephone of theirs, nor are their words", async () => {
    const { company, line, ana, word, talk } = await deskOf();
    const other = await makeTalk({ line, name: `Mari ${word}`, lines: [`about ${word}`] });
    const bob = await makeTalk({ line, name: "Bob Grant" });
    await mergeContacts(ana, { contactId: bob.contactId, other: talk.phone, once: onceKey() });
    await partContacts(ana, { contactId: bob.contactId, otherId: talk.contactId, once: onceKey() });
    const { accountId } = talk;
    const revision = String((await getContact(ana, talk.contactId))?.revision);
    await editContact(
      ana,
      EditContact(ana).parse(
        typed({ contactId: talk.contactId, phone: talk.phone, notes: `likes ${word}`, company: word, revision }),
      ),
    );
    await mergeContacts(ana, { contactId: talk.contactId, other: other.phone, once: onceKey() });
    await optOutContacts(ana, { contact: [talk.contactId], reason: `told ${word}`, once: onceKey() });
    const form = { rows: `Name,Phone\n${word},${talk.phone}\nNora Quist,+14155550188`, once: v7() };
    await previewContacts(ana, await PreviewContacts.parseAsync(form));
    await parkText(talk, `later ${word}`, new Date(Date.now() + 86_400_000));
    const campaignId = v7();
    await writeDb.execute(sql`insert into campaigns (id, account_id, number_id, name, body, made_by, made_by_name)
      values (${campaignId}, ${accountId}, ${line.id}, 'Spring', 'Hello', ${ana.memberId}, 'Ana')`);
    await writeDb.execute(sql`insert into campaign_recipients (campaign_id, contact_id, account_id, phone, zone)
      values (${campaignId}, ${talk.contactId}, ${accountId}, ${talk.phone}, 'UTC')`);
    await writeDb.transaction((tx) =>
      addUnsubscribeLinks(tx, { accountId, numberId: line.id, campaignId }, [talk.phone]),
    );
    for (const each of [word, talk.phone, other.phone]) expect(await tablesWith(each), each).not.toEqual([]);

    await erase(ana, talk.contactId);
    for (const each of [word, ...[talk, other].flatMap(({ phone }) => [phone, formatNumber(phone)])])
      expect(await tablesWith(each), each).toEqual([]);
    expect(await getContact(ana, talk.contactId)).toBeUndefined();
    const said = await messagesOf(talk);
    expect(said.map(({ kind, body }) => `${kind} ${body}`)).toEqual([
      ...["text Erased", "text Erased", "text Erased", "event erased this contact"],
    ]);
    expect(await conversationOf(talk)).toMatchObject({ preview: "Erased", closedAt: expect.any(Date) });
    const [recipient] = await db.execute(
      sql`select state, phone from campaign_recipients where campaign_id = ${campaignId}`,
    );
    expect(recipient).toEqual({ state: "left", phone: expect.stringMatching(/^Erased \w{12}$/) });
    const [event] = await db
      .select()
      .from(auditEvents)
      .where(sql`account_id = ${company.accountId} and action = 'contact.erased'`);
    expect([event?.subjectName, event?.details]).toEqual(["a contact", null]);
  });

  test("is erased once: not again, not by a stranger, not by who has a part of the company alone", async () => {
    const { company, line, ana, talk } = await deskOf();
    const west = await company.group("West");
    const stranger = await viewerOf((await makeCompany()).ana);
    const part = await viewerOf(await company.admin({ groupId: west.id, lines: [line] }));
    const { id: silent } = await add(ana, "+14155550175");
    for (const viewer of [stranger, part, await viewerOf(await company.endUser({ lines: [line], role: "viewer" }))])
      for (const id of [talk.contactId, silent]) await expect(erase(viewer, id)).rejects.toThrow(NotFound);
    expect((await messagesOf(talk))[0]?.body).toMatch(/^I am /);
    await erase(ana, talk.contactId);
    await expect(erase(ana, talk.contactId)).rejects.toThrow(NotFound);
  });

  test("leaves no row where nobody talked with them", async () => {
    const { ana } = await deskOf();
    const { id } = await add(ana, "+14155550171");
    await erase(ana, id);
    expect(await db.select().from(contacts).where(eq(contacts.id, id))).toEqual([]);
  });

  test("gets no answer in the thread that stays", async () => {
    const { ana, talk } = await deskOf();
    await erase(ana, talk.contactId);
    const [row] = await db.select().from(contacts).where(eq(contacts.id, talk.contactId));
    expect(await stopOf({ ...talk, phone: row?.phone ?? "" })).toMatchObject({ how: "erasure" });
  });
});

describe("what happens at the same moment", () => {
  test("as the erasing: a text of theirs comes to a new contact, the words before it are gone", async () => {
    const { ana, talk, text } = await deskOf();
    const hold = sql`select from contacts where id = ${talk.contactId} for update`;
    const [erased, came] = await meanwhile(
      (tx) => tx.execute(hold),
      () => erase(ana, talk.contactId),
      () => text("Hello, it's me"),
    );
    expect([erased?.status, came?.status]).toEqual(["fulfilled", "fulfilled"]);
    const bodies = await db.execute<{ body: string }>(
      sql`select body from messages where account_id = ${talk.accountId} and kind = 'text' order by body`,
    );
    // Whichever was first: the one that came after it is whole, and the one before it is gone.
    const now = await contactOf(talk);
    expect(bodies.map(({ body }) => body)).toEqual(
      now ? ["Erased", "Erased", "Hello, it's me"] : ["Erased", "Erased", "Erased"],
    );
  });

  test("as the erasing: who adds the number finds it opted out", async () => {
    const { ana, talk } = await deskOf();
    await meanwhile(
      (tx) => tx.execute(sql`lock table erased_phones in share mode`),
      () => erase(ana, talk.contactId),
      async () => {
        while (!(await isHeld(talk.contactId))) await sleep(5);
        await add(ana, talk.phone);
      },
    );
    expect(await contactOf(talk)).toBeDefined();
    expect(await stopOf(talk)).toMatchObject({ how: "erasure" });
  });
});
