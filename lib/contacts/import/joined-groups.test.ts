import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contactGroupMembers, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeContactGroup } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { AnswerImport, answerImport } from "./answer";
import { PreviewContacts, previewContacts } from "./preview";

test("a list fills no group that whoever imports it sees no more", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const [north, south] = [await company.group("North"), await company.group("South")];
  const ivo = await company.endUser({ name: "Ivo Kral", lines: [await company.number({ groupId: north.id })] });
  const talk = await makeTalk({ line: await company.number({ groupId: south.id }) });
  const group = await makeContactGroup(accountId, []);
  await writeDb.insert(contactGroupMembers).values({ accountId, groupId: group.id, contactId: talk.contactId });
  const rows = "First Name;Phone Number\nYara;+14155550179";
  const form = await PreviewContacts.parseAsync({ rows, group: group.id, once: onceKey() });
  const { importId } = await previewContacts(await viewerOf(ivo), form);
  await writeDb.update(roleAssignments).set({ groupId: north.id }).where(eq(roleAssignments.memberId, ivo.memberId));
  await answerImport(await viewerOf(ivo), AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  const joined = await writeDb.select().from(contactGroupMembers).where(eq(contactGroupMembers.groupId, group.id));
  expect(joined.map(({ contactId }) => contactId)).toEqual([talk.contactId]);
});
