import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, campaignRow, makeContactGroup, makeDraft, recipientsOf } from "@/tests/support/carrier/campaigns";
import { textingTests } from "@/tests/support/carrier/texting";
import { type Company, makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf } from "@/tests/support/rows";
import { changeWords as changedWords, changesOf } from "../audit/sentences";
import { reviewCampaign } from "../campaigns/review";
import { runCampaigns } from "../campaigns/send/run-campaigns";
import { Reply, reply } from "../conversations/reply";
import { StartConversation, startConversation } from "../conversations/start";
import { NotFound, Refused } from "../errors";
import { changeWords } from "./change-words";
import { replacingFor } from "./rule-of";
import { getAutoReplace, SetAutoReplace, setAutoReplace } from "./set";

const { company, line } = await textingTests();
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

async function set(by: Person, autoReplace: string, replacements = "") {
  const viewer = await viewerOf(by);
  const revision = (await getAutoReplace(viewer))?.revision ?? 1;
  return setAutoReplace(viewer, SetAutoReplace.parse({ autoReplace, replacements, revision, once: onceKey() }));
}

const ruleIn = async ({ ana }: Company) => replacingFor(await viewerOf(ana));
const bodyOf = async (id: string) => {
  const [found] = await writeDb
    .select({ body: messages.body, segments: messages.segments })
    .from(messages)
    .where(eq(messages.id, id));
  return found;
};
let people = 0;
const write = async (message: string) => {
  const viewer = await viewerOf(ben);
  const typed = { to: `+1415555${String(3000 + people++)}`, from: line.id, message, once: onceKey() };
  return startConversation(viewer, StartConversation(viewer).parse(typed));
};
const textsIn = (conversationId: string) =>
  writeDb.select().from(messages).where(eq(messages.conversationId, conversationId)).orderBy(messages.seq);

test("off at first; an Admin of the whole company sets it, and history says what", async () => {
  const home = await makeCompany();
  expect(await ruleIn(home)).toBeNull();
  await set(home.ana, "table", "… = ...\r\n\r\n  € = EUR\nhaha =");
  expect(await ruleIn(home)).toEqual({
    mode: "table",
    table: [
      { from: "…", to: "..." },
      { from: "€", to: "EUR" },
      { from: "haha", to: "" },
    ],
  });
  const [event] = await eventsOf(home.accountId);
  expect(event && changesOf(event).map(changedWords)).toEqual([
    "Auto-Replace: off → the company's table",
    "Table: none → … = ..., € = EUR, haha = ",
  ]);
  await set(home.ana, "all");
  await set(home.ana, "all");
  expect((await actionsOn(home.accountId)).filter((action) => action === "auto-replace.set")).toHaveLength(2);
  const west = await home.group("West");
  for (const other of [await home.endUser(), await home.admin({ groupId: west.id })])
    await expect(set(other, "off")).rejects.toThrow(NotFound);
});

test("a table says what is wrong in it", () => {
  const issue = (replacements: string) =>
    SetAutoReplace.safeParse({ autoReplace: "table", replacements, revision: 1 }).error?.issues[0];
  expect(issue("no sign of it")).toMatchObject({
    path: ["replacements"],
    message: expect.stringContaining("what = instead"),
  });
  expect(issue("= x")?.message).toContain("what = instead");
  expect(issue("a = b\na = c")?.message).toBe("“a” stands there twice.");
  expect(issue("a\u0000 = b")?.message).toContain("something invisible");
  expect(issue(`${"a".repeat(51)} = b`)?.message).toContain("50 characters");
  expect(issue(`a${"\u0301\u0316".repeat(500_000)} = b`)?.message).toContain("50 characters");
  expect(issue(Array.from({ length: 400_000 }, (_, nth) => `${nth}=b`).join("\n"))?.message).toContain("200 lines");
  expect(SetAutoReplace.parse({ autoReplace: "table", replacements: "a = b = c", revision: 1 }).replacements).toEqual([
    { from: "a", to: "b = c" },
  ]);
});

test("of two who set it at once one does, the other is told", async () => {
  const home = await makeCompany();
  const ends = await meet(
    () => set(home.ana, "all"),
    () => set(home.ana, "table", "a = b"),
  );
  expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("what colleagues and campaigns send leaves replaced, and is counted as it leaves", async () => {
  await set(company.ana, "all");
  const { id } = await write("“Open” at 9…");
  const [first] = await textsIn(id);
  expect(await bodyOf(first?.id ?? "")).toEqual({ body: `"Open" at 9...`, segments: 1 });
  const typed = { conversationId: id, message: "Łódź – 5 €", outSeq: first?.seq, once: onceKey() };
  await reply(await viewerOf(ben), Reply.parse(typed));
  expect((await textsIn(id)).map(({ body }) => body)).toEqual([`"Open" at 9...`, "Lodz - 5 €"]);

  const long = `“${"Come and see. ".repeat(9)}”`;
  const group = await makeContactGroup(company.accountId, [{ firstName: "Łucja" }]);
  const draft = await makeDraft({ by: ben, line, group }, { message: `{first name|there}: ${long}` });
  const review = await reviewCampaign(await viewerOf(ben), await campaignRow(draft));
  expect(review?.samples.map(({ text, counted }) => [text.slice(0, 8), counted.segments])).toEqual([[`Lucja: "`, 1]]);
  expect(review?.replacing.segments).toBe(3);
  expect(changeWords(review?.replacing.changes ?? [], { before: 3, after: 1 })).toBe(
    `Ł becomes L, “ becomes ", ” becomes ": 1 segment instead of 3`,
  );
  await begin(draft, ben);
  await runCampaigns();
  const [recipient] = await recipientsOf(draft);
  expect((await bodyOf(recipient?.messageId ?? ""))?.body).toBe(`Lucja: "${"Come and see. ".repeat(9)}"`);
  await set(company.ana, "off");
  const later = await write("“Open”");
  expect((await textsIn(later.id)).map(({ body }) => body)).toEqual(["“Open”"]);
});

test("what becomes too long, or nothing, is refused beside the field", async () => {
  await set(company.ana, "table", "a = bbbbbbbbbb\nx =");
  await expect(write("a".repeat(161))).rejects.toMatchObject({ field: "message" });
  await expect(write("xx")).rejects.toThrow(Refused);
  await set(company.ana, "off");
});
