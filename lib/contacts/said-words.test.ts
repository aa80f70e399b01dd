import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { makeLine, passTime, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { campaignReport } from "../campaigns/report/campaign-report";
import { runCampaigns } from "../campaigns/send/run-campaigns";
import { receiveText } from "../messages/receive/receive-text";
import { drainTexts } from "../messages/send/drain-texts";
import { consentOf } from "./get";

const { company, line, e164 } = await textingTests();
const carrier = { name: "simulated", answersKeywords: false } as const;

test("what somebody wrote on a line is read by those alone who have it, on their page and in a report; a keyword by all", async () => {
  const other = await makeLine(company);
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const both = await company.endUser({ name: "Gia Romano", lines: [line, other.line] });
  const from = "+12065571999";
  const id = await makeDraft({ by: ben, line, group: await makeContactGroup(company.accountId, [{ phone: from }]) });
  await begin(id, ben);
  for (let n = 0; n < 3; n++) {
    await runCampaigns();
    await passTime(60);
    await drainTexts();
  }
  const hear = (to: string, body: string) =>
    receiveText(carrier, { carrierId: `SM${onceKey()}`, from, to, body, media: [], at: null });
  const [contact] = await writeDb.select().from(contacts).where(eq(contacts.phone, from));
  const told = async (person: Person) => {
    const viewer = await viewerOf(person);
    const [said, { optOuts }] = [await consentOf(viewer, contact?.id ?? ""), await campaignReport(viewer, id)];
    return {
      page: said.flatMap(({ kind, words }) => (kind === "in" ? [] : [words])),
      report: optOuts.map(({ words }) => words),
    };
  };
  const words = "My test was positive, please stop texting me";
  await hear(other.e164, words);
  expect(await told(ben)).toEqual({ page: [null], report: [null] });
  expect(await told(both)).toEqual({ page: [words], report: [words] });
  await hear(e164, "STOP");
  expect(await told(ben)).toEqual({ page: ["STOP", null], report: ["STOP"] });
});
