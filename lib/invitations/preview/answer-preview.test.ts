import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { columnMappings, groups, invitationSources, numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { csv, preview, rowsAt, somebody } from "@/tests/support/inviting";
import { eventsOf } from "@/tests/support/rows";
import type { Viewer } from "../../access/viewer";
import { NotFound, Refused } from "../../errors";
import { sweep } from "../../outbox/sweep";
import { AnswerPreview, answerPreview } from "./answer-preview";
import { failuresOf } from "./failures";
import { getBatch } from "./get-batch";
import { getSource } from "./get-source";

type Fields = Record<string, string | string[]>;
const answer = (viewer: Viewer, batchId: string, fields: Fields = {}) =>
  answerPreview(viewer, AnswerPreview.parse({ batchId, once: onceKey(), ...fields }));

const fieldsOf = async (viewer: Viewer, batchId: string) =>
  (await getSource(viewer, batchId))?.columns.map(({ field }) => field);
const isSent = async (viewer: Viewer, batchId: string) => (await getBatch(viewer, batchId))?.isConfirmed;

/** A list with an address of home that is taken for nothing, and a state. */
const list = (first: string, second: string) =>
  csv(`Email,Home email,First,State\n${first},h1@x.example,Ana,Active\n${second},h2@x.example,Bo,Suspended\n`);

describe("the answer to a preview", () => {
  test("reads the list in another way, shows it, and sends only what was seen", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), somebody()) });
    expect(await fieldsOf(viewer, batchId)).toEqual(["email", "", "firstName", "left"]);
    await answer(viewer, batchId, { column: ["0:email", "1:email", "2:firstName", "3:left"] });
    expect(await isSent(viewer, batchId)).toBe(false);
    expect(await fieldsOf(viewer, batchId)).toEqual(["", "email", "firstName", "left"]);
    expect((await rowsAt(batchId)).map(({ email, state }) => [email, state])).toEqual([
      ["h1@x.example", "waiting"],
      ["h2@x.example", "left out"],
    ]);
    await answer(viewer, batchId, { act: "send", column: ["0:", "1:email", "2:firstName", "3:left"] });
    expect(await isSent(viewer, batchId)).toBe(true);
  });

  test("sends by its own button alone, also where a column was set aside in another tab before", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), somebody()) });
    for (const fields of [{ ignore: "2" }, { ignore: "2" }, { ignore: "2", act: "send" }, {}]) {
      expect(await answer(viewer, batchId, fields)).toMatchObject({ batchId });
      expect(await isSent(viewer, batchId)).toBe(false);
    }
    await answer(viewer, batchId, { act: "send", column: ["2:lastName"] });
    expect(await isSent(viewer, batchId)).toBe(false);
  });

  test("once it is sent, the table that was uploaded is gone, and what was rejected can still be downloaded", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), "nobody") });
    const once = onceKey();
    const answers = [await answer(viewer, batchId, { act: "send", once })];
    answers.push(await answer(viewer, batchId, { act: "send", once }));
    expect(answers[1]).toEqual(answers[0]);
    expect(await db.$count(invitationSources, eq(invitationSources.batchId, batchId))).toBe(0);
    const rejected = await failuresOf(viewer, { id: batchId, isConfirmed: true });
    expect(rejected.map(({ cells }) => cells.slice(0, 2))).toContainEqual(["nobody", "Bo"]);
  });

  test("says above the form when what was chosen for everybody can't be given any more", async () => {
    const company = await makeCompany();
    const [viewer, desk, west] = [await viewerOf(company.ana), await company.number(), await company.group("West")];
    const draft = async (fields: Fields) =>
      (await preview(viewer, { file: list(somebody(), somebody()), ...fields })).batchId;
    const [withLine, withGroup] = [await draft({ line: desk.id }), await draft({ group: west.id })];
    await writeDb.update(numbers).set({ disabledAt: sql`now()` }).where(eq(numbers.id, desk.id));
    await writeDb.delete(groups).where(eq(groups.id, west.id));
    for (const batchId of [withLine, withGroup]) {
      const refused = await answer(viewer, batchId, { column: "2:lastName" }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Refused);
      expect(refused).toMatchObject({ field: undefined, message: expect.stringMatching(/Go back/) });
    }
  });

  test("includes who has left, keeps that through another reading, and leaves them out again", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), somebody()) });
    const left = async () => (await rowsAt(batchId)).map(({ state, leftReason }) => [state, leftReason]);
    expect(await left()).toEqual([
      ["waiting", null],
      ["left out", "State: Suspended"],
    ]);
    await answer(viewer, batchId, { act: "read", shown: ["3"], include: ["3"] });
    expect(await left()).toContainEqual(["waiting", "State: Suspended"]);
    await answer(viewer, batchId, { act: "read", shown: ["3"], include: ["3"], column: "2:lastName" });
    expect(await left()).toContainEqual(["waiting", "State: Suspended"]);
    await answer(viewer, batchId, { act: "read", shown: ["2", "3"], include: "2" });
    expect(await left()).toContainEqual(["left out", "State: Suspended"]);
    await answer(viewer, batchId, { ignore: "3" });
    expect(await left()).toEqual([
      ["waiting", null],
      ["waiting", null],
    ]);
    expect(await isSent(viewer, batchId)).toBe(false);
  });

  test("is remembered for the company's next file with the same headings, in any order, and for no other company", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const viewer = await viewerOf(company.ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), somebody()) });
    await answer(viewer, batchId, { column: ["2:lastName", "3:"] });
    const next = csv(`state,FIRST,Home Email,e-mail\nSuspended,Cy,h@x.example,${somebody()}\n`);
    const colleague = await viewerOf(await company.admin());
    expect(await fieldsOf(colleague, (await preview(colleague, { file: next })).batchId)).toEqual([
      "",
      "lastName",
      "",
      "email",
    ]);
    const stranger = await viewerOf(other.ana);
    expect(await fieldsOf(stranger, (await preview(stranger, { file: next })).batchId)).toEqual([
      "left",
      "firstName",
      "",
      "email",
    ]);
    await writeDb.execute(sql`update column_mappings set used_at = now() - interval '400 days'`);
    await sweep();
    expect(await db.$count(columnMappings, eq(columnMappings.accountId, company.accountId))).toBe(0);
  });

  test("says the letters anew where the file does not say them", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const bytes = Buffer.from(`Name,Email\n\xcf\xb8\xf2\xf0 \xcb\xe5\xe2,${somebody()}\n`, "latin1");
    const { batchId } = await preview(viewer, { file: new File([bytes], "a.csv") });
    expect((await getSource(viewer, batchId))?.alphabet).toBe("windows-1251");
    expect((await rowsAt(batchId))[0]).toMatchObject({ firstName: "Пётр", lastName: "Лев" });
    await answer(viewer, batchId, { act: "read", alphabet: "windows-1252" });
    expect((await rowsAt(batchId))[0]).toMatchObject({ firstName: "Ï¸òð", lastName: "Ëåâ" });
    expect((await getSource(viewer, batchId))?.columns[0]?.samples).toEqual(["Ï¸òð Ëåâ"]);
  });

  test("leaves lines that say which letters they are in alone", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const utf8 = Buffer.from(`Name,Email\nZoë Żółw,${somebody()}\nZoë Ott,${somebody()}\n`);
    const other = Buffer.from(`Ren\xe9 Ott,${somebody()}\n`, "latin1");
    const { batchId } = await preview(viewer, { file: new File([utf8, other], "a.csv") });
    const names = async () => (await rowsAt(batchId)).map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(await names()).toEqual(["Zoë Żółw", "Zoë Ott", "René Ott"]);
    await answer(viewer, batchId, { act: "read", alphabet: "windows-1251" });
    expect(await names()).toEqual(["Zoë Żółw", "Zoë Ott", "Renй Ott"]);
    expect((await getSource(viewer, batchId))?.columns[0]?.samples).toEqual(["Zoë Żółw", "Zoë Ott", "Renй Ott"]);
  });

  test("is its maker's alone, done once, and written in history each time that people are looked up", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const { batchId } = await preview(viewer, { file: list(somebody(), somebody()) });
    const before = await rowsAt(batchId);
    for (const stranger of [await company.admin(), await company.endUser(), (await makeCompany()).ana]) {
      const theirs = await viewerOf(stranger);
      await expect(answer(theirs, batchId)).rejects.toThrow(NotFound);
      await expect(answer(theirs, batchId, { act: "send" })).rejects.toThrow(NotFound);
      await expect(answer(theirs, batchId, { column: "2:lastName" })).rejects.toThrow(NotFound);
      await expect(answer(theirs, batchId, { shown: "3", include: "3" })).rejects.toThrow(NotFound);
    }
    expect(await rowsAt(batchId)).toEqual(before);
    const [once, column] = [onceKey(), "2:lastName"];
    const both = await Promise.all([
      answer(viewer, batchId, { column, once }),
      answer(viewer, batchId, { column, once }),
    ]);
    expect(both).toEqual([
      { batchId, read: "read" },
      { batchId, read: "read" },
    ]);
    expect((await getSource(viewer, batchId))?.reading).toBe(2);
    const looked = (await eventsOf(batchId)).filter(({ action }) => action === "invitations.previewed");
    expect(looked).toHaveLength(2);
  });

  test("asks nothing of a pasted list, whose cells go with it", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const { batchId } = await preview(viewer, { addresses: `${somebody()}, ${somebody()}` });
    expect(await getSource(viewer, batchId)).toBeNull();
    const table = await preview(viewer, { addresses: `First name\tLast name\tEmail\nAna\tSilva\t${somebody()}` });
    expect(await fieldsOf(viewer, table.batchId)).toEqual(["firstName", "lastName", "email"]);
    await writeDb.execute(sql`update invitation_batches set created_at = now() - interval '8 days'`);
    await sweep();
    expect(await db.$count(invitationSources, eq(invitationSources.batchId, table.batchId))).toBe(0);
    await answer(viewer, batchId).catch((error: unknown) => expect(error).toBeInstanceOf(NotFound));
  });
});
