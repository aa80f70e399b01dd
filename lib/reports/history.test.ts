import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { csvLines } from "@/lib/text/csv";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { makeTalk, parkText } from "@/tests/support/talk";
import type { Viewer } from "../access/viewer";
import { leaveParked } from "../conversations/parked/leave-parked";
import { deleteUser } from "../users/delete";
import { exportHistory, historyHeader } from "./export-history";
import { historyQuery } from "./history-query";
import { listHistory } from "./list-history";
import { textStateWords } from "./text-states";

type Params = Record<string, string>;
const told = async (person: Person, params: Params = {}) =>
  (await listHistory(await viewerOf(person), historyQuery(params))).rows.map(({ body }) => body);

/** Two lines of one company, the first of them Ben's, each with a thread. */
async function shop() {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const [line, other] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
  const ben = await company.endUser({ name: "Ben Ortiz", groupId: west.id, lines: [line] });
  const both = await company.admin({ name: "Wes Adair", lines: [line, other] });
  const talk = await makeTalk({
    line,
    name: "Marisol Vega",
    lines: ["Is it open?", "> It is.", "> =1+1"],
    author: ben,
  });
  await makeTalk({ line: other, name: "Owen Castellanos", lines: ["Good morning"], author: both });
  return { company, line, other, ben, both, talk };
}

test("whoever has a line reads its texts, newest first; of another line, nothing", async () => {
  const { ben, both, company } = await shop();
  expect(await told(ben)).toEqual(["=1+1", "It is.", "Is it open?"]);
  expect((await told(both)).toSorted()).toEqual(["=1+1", "Good morning", "Is it open?", "It is."]);
  expect(await told(company.ana)).toEqual([]);
});

test("who reads no conversations finds nobody by what a text does not tell of them", async () => {
  const { company, line, ben, talk } = await shop();
  await writeDb.update(contacts).set({ email: "marisol@bakery.example" }).where(eq(contacts.id, talk.contactId));
  const vera = await company.endUser({ role: "viewer", lines: [line] });
  expect(await told(ben, { contact: "bakery" })).toHaveLength(3);
  expect(await told(vera, { contact: "bakery" })).toEqual([]);
  for (const contact of ["Vega, Marisol", talk.phone]) expect(await told(vera, { contact })).toHaveLength(3);
});

test("notes and events are no texts", async () => {
  const { ben, talk } = await shop();
  await writeDb.insert(messages).values({
    ...{ accountId: talk.accountId, conversationId: talk.id, numberId: talk.numberId, seq: 9, kind: "note" },
    ...{ body: "Between us", authorId: ben.memberId, authorName: ben.name },
  });
  expect(await told(ben)).not.toContain("Between us");
});

test("by direction, state, person, contact, line and day", async () => {
  const { ben, both, talk, other } = await shop();
  await writeDb.update(messages).set({ state: "undelivered", errorCode: 30003 }).where(eq(messages.body, "It is."));
  await writeDb
    .update(messages)
    .set({ at: new Date("2026-03-01T12:00:00Z") })
    .where(eq(messages.body, "Is it open?"));
  expect(await told(ben, { direction: "in" })).toEqual(["Is it open?"]);
  expect(await told(ben, { state: "failed" })).toEqual(["It is."]);
  expect(await told(ben, { state: "delivered" })).toEqual(["=1+1"]);
  expect(await told(ben, { person: "ortiz" })).toEqual(["=1+1", "It is."]);
  expect(await told(both, { contact: "castellanos" })).toEqual(["Good morning"]);
  expect(await told(both, { contact: talk.phone })).toHaveLength(3);
  expect(await told(both, { line: other.id })).toEqual(["Good morning"]);
  expect(await told(ben, { line: other.id })).toEqual([]);
  expect(await told(ben, { from: "2026-03-01", to: "2026-03-01" })).toEqual(["Is it open?"]);
  expect(await told(ben, { to: "2026-02-28" })).toEqual([]);
});

test("page by page nothing is told twice or left out, forth and back", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const ben = await company.endUser({ lines: [line] });
  await makeTalk({ line, lines: Array.from({ length: 120 }, (_, at) => `Text ${at}`) });
  const viewer = await viewerOf(ben);
  const first = await listHistory(viewer, historyQuery({}));
  const second = await listHistory(viewer, historyQuery({ after: first.next ?? "" }));
  const third = await listHistory(viewer, historyQuery({ after: second.next ?? "" }));
  const all = [first, second, third].flatMap(({ rows }) => rows.map(({ body }) => body));
  expect(all).toEqual(Array.from({ length: 120 }, (_, at) => `Text ${119 - at}`));
  expect(third.next).toBeNull();
  expect((await listHistory(viewer, historyQuery({ before: third.previous ?? "" }))).rows).toEqual(second.rows);
});

test("the file has what the page has: telephone numbers as they are, nothing a spreadsheet would reckon, who is gone by name", async () => {
  const { company, both, ben, talk } = await shop();
  const viewer = await viewerOf(both);
  await deleteUser(await viewerOf(company.ana), { memberId: ben.memberId, once: onceKey() });
  const text = await fileOf(viewer, { contact: "Vega" });
  expect(csvLines([historyHeader])).toBe(
    "Time,Line,Direction,State,Reason,Contact,Phone,Person,Campaign,Segments,Text\r\n",
  );
  expect(text).toContain(`,Out,Delivered,,Marisol Vega,${talk.phone},Ben Ortiz (removed),,,'=1+1`);
  expect(text).toContain(`,In,Received,,Marisol Vega,${talk.phone},,,,Is it open?`);
});

async function fileOf(viewer: Viewer, params: Params = {}): Promise<string> {
  let text = "";
  for await (const lines of exportHistory(viewer, historyQuery(params))) text += lines;
  return text;
}

/** The cells that the page's own rows make, by the very rules of every other file. */
async function cellsOfPage(viewer: Viewer) {
  const { rows } = await listHistory(viewer, historyQuery({}));
  return rows.map((row) => [
    row.at.toISOString(),
    row.line || { e164: row.e164 },
    row.direction === "in" ? "In" : "Out",
    textStateWords(row.state),
    row.reason,
    row.contact === row.phone ? { e164: row.phone } : row.contact,
    { e164: row.phone },
    row.person,
    row.campaign ?? "",
    String(row.segments ?? ""),
    row.body,
  ]);
}

test("each cell of the file is the page's: in every state, with a label or none, a name or none, and signs of every kind", async () => {
  const company = await makeCompany();
  const lines = [await company.number({ label: '=Front, "desk"' }), await company.number({ label: "" })];
  const ben = await company.endUser({ name: "Ben Ortiz", lines });
  const viewer = await viewerOf(ben);
  for (const line of lines) {
    const bodies = ["> -1", '> the "boss", he', "> two\nlines", "> ends ", "+1 said", "> ＝1", "> 🙂", "> it's"];
    const { id } = await makeTalk({ line, name: " @Marisol ", lines: bodies, author: ben });
    const codes = [null, 30003, 30005, 12345];
    for (const [at, errorCode] of codes.entries())
      await writeDb
        .update(messages)
        .set({ state: at % 2 === 0 ? "undelivered" : "failed", errorCode, segments: at + 1 })
        .where(and(eq(messages.conversationId, id), eq(messages.seq, at + 1)));
    await writeDb
      .update(messages)
      .set({ authorId: null, authorName: null, state: "called off" })
      .where(and(eq(messages.conversationId, id), eq(messages.seq, 6)));
    await parkText(await makeTalk({ line, name: "", lines: ["Good morning"] }));
  }
  const cells = await cellsOfPage(viewer);
  expect(cells).toHaveLength(20);
  expect(await fileOf(viewer)).toBe(csvLines(cells));
});

test("of a text that was left as it was nobody can tell, here as in its thread", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const ben = await company.endUser({ lines: [line] });
  const viewer = await viewerOf(ben);
  const talk = await makeTalk({ line, claimedBy: ben, lines: [] });
  const messageId = await parkText(talk);
  const statesOf = async (state: string) =>
    (await listHistory(viewer, historyQuery({ state }))).rows.map((row) => row.state);
  for (const leave of [
    async () => {},
    () => leaveParked(viewer, { conversationId: talk.id, messageId, once: onceKey() }),
  ]) {
    await leave();
    expect([await statesOf(""), await statesOf("unknown"), await statesOf("queued")]).toEqual([
      ["unknown"],
      ["unknown"],
      [],
    ]);
  }
});

test("a file of several thousands has each text once, in the order of the page", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const viewer = await viewerOf(await company.endUser({ lines: [line] }));
  const { id, accountId, numberId } = await makeTalk({ line, lines: [] });
  const at = new Date("2026-03-01T12:00:00Z");
  const many = Array.from({ length: 2500 }, (_, n) => ({
    ...{ accountId, conversationId: id, numberId, seq: n + 1, direction: "in" as const, body: `Text ${n}` },
    // Some at the very same moment.
    at: new Date(at.getTime() + Math.floor(n / 7)),
  }));
  await writeDb.insert(messages).values(many);
  const told = (await fileOf(viewer))
    .split("\r\n")
    .filter(Boolean)
    .map((text) => text.slice(text.lastIndexOf(",") + 1));
  expect(told).toHaveLength(2500);
  expect(new Set(told).size).toBe(2500);
  expect(told.slice(0, 50)).toEqual((await listHistory(viewer, historyQuery({}))).rows.map(({ body }) => body));
});

test("a sender whom a spreadsheet would take for a formula is text in the file", async () => {
  const { ben, line } = await shop();
  await makeTalk({ line, phone: "=1+cmd()", lines: ["Hello"] });
  let file = "";
  for await (const lines of exportHistory(await viewerOf(ben), historyQuery({}))) file += lines;
  expect(file).toContain(",'=1+cmd(),");
  expect(file).not.toContain(",=1+cmd()");
});
