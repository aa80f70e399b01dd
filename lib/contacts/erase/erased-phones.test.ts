import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db";
import { contacts, erasedPhones, erasureKeys, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { StartConversation, startConversation } from "@/lib/conversations/start";
import { env, provide } from "@/lib/env";
import { deskOf } from "@/tests/support/carrier/desk";
import { onceKey } from "@/tests/support/cast";
import type { Talked } from "@/tests/support/talk";
import { Refused } from "../../errors";
import { AddContact, addContact } from "../add";
import { deleteContacts } from "../delete";
import { EditContact, editContact } from "../edit";
import { AnswerImport, answerImport } from "../import/answer";
import { PreviewContacts, previewContacts } from "../import/preview";
import { optOutContacts } from "../opt-out";
import { eraseContact } from "./erase";
import { resealErasureKeys } from "./erasure-key";

const erase = (viewer: Viewer, contactId: string) => eraseContact(viewer, { contactId, once: onceKey() });
const typed = (form: object) => ({ firstName: "", lastName: "", ...form, once: onceKey() });
const add = (viewer: Viewer, phone: string) => addContact(viewer, AddContact(viewer).parse(typed({ phone })));
const contactOf = async ({ accountId, phone }: Talked) =>
  (await db.select().from(contacts).where(sql`account_id = ${accountId} and phone = ${phone}`))[0];
const stopOf = async ({ accountId, phone }: Talked) =>
  (await db.select().from(optOuts).where(sql`account_id = ${accountId} and phone = ${phone}`))[0];
const answerTo = (viewer: Viewer, { phone, numberId }: Talked, message = "Hello again") =>
  startConversation(
    viewer,
    StartConversation(viewer).parse({ to: phone, from: numberId, message, once: onceKey() }),
  ).catch((error: unknown) => error);

/** It is, and not because it was before. */
async function isStoppedAfresh(talk: Talked) {
  const { accountId, phone } = talk;
  expect(await stopOf(talk)).toMatchObject({ how: "erasure" });
  await writeDb.delete(optOuts).where(sql`account_id = ${accountId} and phone = ${phone}`);
}

describe("a number that was erased", () => {
  test("is opted out again by whoever adds it, imports it, gives it to a contact or begins to write", async () => {
    const { ana, talk } = await deskOf();
    await erase(ana, talk.contactId);
    expect(await answerTo(ana, talk)).toBeInstanceOf(Refused);
    expect(await contactOf(talk)).toBeUndefined();
    const rows = `Name,Phone\nMarisol,${talk.phone}`;
    const { importId } = await previewContacts(ana, await PreviewContacts.parseAsync({ rows, once: v7() }));
    const verdicts = () =>
      db
        .execute(sql`select verdict from contact_import_rows where import_id = ${importId}`)
        .then(([row]) => row?.verdict);
    expect(await verdicts()).toBe("opted out");
    expect(await stopOf(talk)).toBeUndefined();
    await answerImport(
      ana,
      AnswerImport.parse({ importId, act: "import", include: ["2"], shown: ["2"], once: onceKey() }),
    );
    expect(await contactOf(talk)).toMatchObject({ firstName: "Marisol" });
    await isStoppedAfresh(talk);
    await deleteContacts(ana, { contact: [(await contactOf(talk))?.id ?? ""], once: onceKey() });
    const { id } = await add(ana, "+14155550172");
    await editContact(ana, EditContact(ana).parse(typed({ contactId: id, phone: talk.phone, revision: "1" })));
    await isStoppedAfresh(talk);
    await deleteContacts(ana, { contact: [id], once: onceKey() });
    await add(ana, talk.phone);
    expect(await answerTo(ana, talk)).toBeInstanceOf(Refused);
    await isStoppedAfresh(talk);
  });

  test("is a contact again by its own text, of whom nothing but the number is known, and may be answered", async () => {
    const { ana, talk, text } = await deskOf();
    await erase(ana, talk.contactId);
    await add(ana, talk.phone);
    await text("Hello, it's me");
    expect(await contactOf(talk)).toMatchObject({ name: talk.phone, notes: null, deletedAt: null });
    expect(await stopOf(talk)).toBeUndefined();
    expect(await answerTo(ana, talk)).toMatchObject({ id: expect.any(String) });
    await text("STOP");
    expect(await stopOf(talk)).toMatchObject({ how: "keyword" });
  });

  test("that had stopped texts stays so until it says START", async () => {
    const { ana, talk, text } = await deskOf();
    await text("STOP");
    await erase(ana, talk.contactId);
    await text("Hello, it's me");
    expect(await stopOf(talk)).toBeDefined();
    expect(await answerTo(ana, talk)).toBeInstanceOf(Refused);
    await text("START");
    expect(await stopOf(talk)).toBeUndefined();
    expect(await answerTo(ana, talk)).toMatchObject({ id: expect.any(String) });
  });

  test("stays stopped that is erased twice, and that a colleague has stopped since", async () => {
    const { ana, talk, text } = await deskOf();
    await text("STOP");
    await erase(ana, talk.contactId);
    await erase(ana, (await add(ana, talk.phone)).id);
    await text("Hello");
    expect(await stopOf(talk)).toBeDefined();
    const other = await deskOf();
    await erase(other.ana, other.talk.contactId);
    const { id } = await add(other.ana, other.talk.phone);
    await optOutContacts(other.ana, { contact: [id], reason: "Told us by phone", once: onceKey() });
    await other.text("Hello");
    expect(await stopOf(other.talk)).toMatchObject({ how: "by hand" });
  });

  test("is kept as an HMAC under a key of the company's own, which outlives two changes of the secret", async () => {
    const { ana, talk, text } = await deskOf();
    await erase(ana, talk.contactId);
    const first = env().authSecret;
    const rotated = async (now: string, previous: string) => {
      provide({ AUTH_SECRET: now, AUTH_SECRET_PREVIOUS: previous });
      await resealErasureKeys();
    };
    try {
      await rotated("b".repeat(40), first);
      await rotated("c".repeat(40), "b".repeat(40));
      await add(ana, talk.phone);
      expect(await stopOf(talk)).toMatchObject({ how: "erasure" });
      // Gone for good: nobody is added, and what comes in is taken.
      provide({ AUTH_SECRET: "d".repeat(40), AUTH_SECRET_PREVIOUS: "" });
      await expect(add(ana, "+14155550173")).rejects.toThrow();
      await text("Is anybody there?", "+14155550174");
      expect(await contactOf({ ...talk, phone: "+14155550174" })).toBeDefined();
      // Once that is known, not first in a way that has to fail.
      const atOnce = vi.spyOn(writeDb, "execute");
      await text("Hello?", "+14155550174");
      expect(atOnce).not.toHaveBeenCalled();
      atOnce.mockRestore();
      await rotated(first, "c".repeat(40));
    } finally {
      provide({ AUTH_SECRET: first, AUTH_SECRET_PREVIOUS: "" });
    }
    const [row] = await db.select().from(erasedPhones).where(eq(erasedPhones.accountId, talk.accountId));
    expect(row?.phoneHmac).toHaveLength(32);
    expect(await db.select().from(erasureKeys).where(eq(erasureKeys.accountId, talk.accountId))).toHaveLength(1);
  });
});
