import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { consentEvents, optOuts, undos } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { actionsOn } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";
import { optOut } from "../messages/consent";
import { undoAct } from "../undo/undo-act";
import { deleteContacts } from "./delete";
import { AnswerImport, answerImport } from "./import/answer";
import { PreviewContacts, previewContacts } from "./import/preview";
import { mergeContacts } from "./merge";
import { optOutContacts } from "./opt-out";

async function desk() {
  const company = await makeCompany();
  const line = await company.number();
  const [one, two] = [await makeTalk({ line, name: "Abe Castle" }), await makeTalk({ line, name: "Bo Castle" })];
  const ana = await viewerOf(company.ana);
  const stop = () =>
    optOutContacts(ana, { contact: [one.contactId, two.contactId], reason: "By a slip", once: onceKey() });
  const { accountId } = company;
  const saysStop = ({ phone }: typeof one) =>
    writeDb.transaction((tx) => optOut(tx, { accountId, phone }, { how: "keyword", source: "text", words: "STOP" }));
  const stopped = async () =>
    (await writeDb.select().from(optOuts).where(eq(optOuts.accountId, accountId))).map(({ phone }) => phone);
  return { company, ana, one, two, stop, saysStop, stopped };
}

async function saidOf(phone: string) {
  const said = await writeDb
    .select()
    .from(consentEvents)
    .where(eq(consentEvents.phone, phone))
    .orderBy(consentEvents.id);
  return said.map(({ kind, source }) => `${kind} ${source}`);
}

const back = (viewer: Parameters<typeof undoAct>[0], { undo }: { undo: string | undefined }) =>
  undoAct(viewer, { undoId: undo ?? "", once: onceKey() });

test("an opt-out by hand is taken back at once, but for who has said so too, or had before", async () => {
  const { ana, one, two, stop, saysStop, stopped } = await desk();
  expect(await back(ana, await stop())).toEqual({ undone: 2, left: [], leftCount: 0 });
  expect(await stopped()).toEqual([]);
  expect(await actionsOn(one.contactId)).toContain("opt-out.lifted");
  expect(await saidOf(one.phone)).toEqual(["out by hand", "cleared undone"]);

  const done = await stop();
  await saysStop(one);
  expect(await back(ana, done)).toEqual({ undone: 1, left: ["Abe Castle"], leftCount: 1 });
  expect(await stopped()).toEqual([one.phone]);
  const again = await stop();
  await saysStop(two);
  await expect(back(ana, again)).rejects.toThrow("Bo Castle has been changed since. Nothing was undone.");
  expect((await stop()).undo).toBeUndefined();
});

test("what was said again meanwhile is not taken back: by a colleague, by a list, by a link", async () => {
  const { company, ana, one, two, stop, stopped } = await desk();
  const ben = await viewerOf(await company.admin());
  const done = await stop();
  await optOutContacts(ben, { contact: [one.contactId], reason: "Rang me", once: onceKey() });
  const rows = `First Name,Phone,Blacklisted\nBo,${two.phone},1`;
  const { importId } = await previewContacts(ben, await PreviewContacts.parseAsync({ rows, once: onceKey() }));
  await answerImport(ben, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  await vi.waitFor(async () => expect(await saidOf(two.phone)).toHaveLength(2), { timeout: 60_000 });
  await expect(back(ana, done)).rejects.toThrow("have been changed since. Nothing was undone.");
  expect((await stopped()).toSorted()).toEqual([one.phone, two.phone].toSorted());
});

test("who is gone meanwhile is left, and the others are taken back; of nobody who is there it is refused", async () => {
  const { company, ana, one, two, stop, stopped } = await desk();
  const ben = await viewerOf(await company.admin());
  const done = await stop();
  await deleteContacts(ben, { contact: [two.contactId], once: onceKey() });
  expect(await back(ana, done)).toEqual({ undone: 1, left: [], leftCount: 1 });
  expect(await stopped()).toEqual([two.phone]);
  const again = await optOutContacts(ana, { contact: [one.contactId], reason: "By a slip", once: onceKey() });
  await deleteContacts(ben, { contact: [one.contactId], once: onceKey() });
  await expect(back(ana, again)).rejects.toThrow("not found");
});

test("who was merged into another of them meanwhile is not among those who are left", async () => {
  const { company, ana, one, two, stop, stopped } = await desk();
  const done = await stop();
  const ben = await viewerOf(await company.admin());
  await mergeContacts(ben, { contactId: one.contactId, other: two.phone, once: onceKey() });
  expect(await back(ana, done)).toEqual({ undone: 1, left: [], leftCount: 0 });
  expect(await stopped()).toEqual([]);
});

test("nobody else takes it back, and nobody too late", async () => {
  const { company, ana, stop, stopped } = await desk();
  const done = await stop();
  await expect(back(await viewerOf(await company.admin()), done)).rejects.toThrow("not found");
  await writeDb
    .update(undos)
    .set({ at: sql`clock_timestamp() - interval '13 seconds'` })
    .where(eq(undos.id, done.undo ?? ""));
  await expect(back(ana, done)).rejects.toThrow("It is too late to undo this.");
  expect(await stopped()).toHaveLength(2);
});
