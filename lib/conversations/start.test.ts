import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { lineAccess, numbers, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { makeTalk } from "@/tests/support/talk";
import { formatNumber } from "../numbers/format-number";
import { startConversation } from "./start";

test("whom a contact's whole name means is who the viewer sees, and one alone", async () => {
  const [desk, elsewhere] = [await deskFor(), await deskFor()];
  const to =
    (name: string, line = desk.line) =>
    async (viewer: Viewer) =>
      startConversation(viewer, { to: name, from: line.id, message: "Hello", once: onceKey() });
  const ben = await viewerOf(desk.ben);
  expect(await to("marisol VEGA")(ben)).toEqual({ id: desk.talk.id });
  await makeTalk({ line: elsewhere.line, name: "Otto Weiss" });
  await expect(to("Otto Weiss")(ben)).rejects.toThrow("No contact is called so. Enter their phone number.");
  await makeTalk({ line: desk.line, name: "Marisol Vega" });
  await expect(to("Marisol Vega")(ben)).rejects.toThrow("Several contacts are called so. Enter the phone number.");
});

test("who has opted out is called by name to who sees them alone", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const [line, theirs] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
  const ben = await viewerOf(await company.endUser({ groupId: west.id, lines: [line] }));
  const { accountId, phone } = await makeTalk({ line: theirs, name: "Otto Weiss" });
  await writeDb.insert(optOuts).values({ accountId, phone, how: "keyword" });
  const start = () => startConversation(ben, { to: phone, from: line.id, message: "Hello", once: onceKey() });
  await expect(start()).rejects.toThrow(`${formatNumber(phone)} has opted out of texts.`);
  await writeDb.insert(lineAccess).values({ accountId, memberId: ben.memberId, numberId: theirs.id });
  await writeDb.update(numbers).set({ groupId: west.id }).where(eq(numbers.id, theirs.id));
  await expect(start()).rejects.toThrow("Otto Weiss has opted out of texts.");
});
