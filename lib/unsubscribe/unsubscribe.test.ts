import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, consentEvents, optOuts, unsubscribeLinks, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, campaignRow, held, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { passTime, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf, visitor } from "@/tests/support/cast";
import { getCampaign } from "../campaigns/get";
import { campaignReport } from "../campaigns/report/campaign-report";
import { reviewCampaign } from "../campaigns/review";
import { runCampaigns } from "../campaigns/send/run-campaigns";
import { sendTest } from "../campaigns/send-test";
import { optOut } from "../messages/consent";
import { receiveText } from "../messages/receive/receive-text";
import { drainTexts } from "../messages/send/drain-texts";
import { StopTexts, stopTexts } from "./stop-texts";
import { unsubscribePage } from "./unsubscribe-page";

const { carrier, company, line, e164 } = await textingTests();
const { accountId } = company;
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

async function work() {
  for (let n = 0; n < 3; n++) {
    await runCampaigns();
    await passTime(60);
    await drainTexts();
  }
}

const tokenTo = (phone: string) => /\/u\/(\w+)/.exec(carrier.sentTo(phone)[0]?.body ?? "")?.[1] ?? "";
const stop = (token: string, once = onceKey()) => stopTexts(visitor(), StopTexts.parse({ token, once }));
const saidBy = (phone: string) => writeDb.select().from(consentEvents).where(eq(consentEvents.phone, phone));
const stopsOf = (phone: string) => writeDb.select().from(optOuts).where(eq(optOuts.phone, phone));

async function sent(people = 2) {
  const group = await makeContactGroup(
    accountId,
    Array.from({ length: people }, () => ({})),
  );
  const id = await makeDraft({ by: ben, line, group }, { message: "Hello. Stop: {unsubscribe link}" });
  await begin(id, ben);
  await work();
  return { id, phones: group.people.map(({ phone }) => phone) };
}

describe("a campaign's unsubscribe link", () => {
  test("is each recipient's own, as long as the review has counted, and kept as a hash", async () => {
    const group = await makeContactGroup(accountId, [{}, {}]);
    const id = await makeDraft({ by: ben, line, group }, { message: `${"x".repeat(140)} {unsubscribe link}` });
    const review = await reviewCampaign(await viewerOf(ben), await campaignRow(id));
    const [sample] = review?.samples ?? [];
    expect(sample?.counted.segments).toBe(2);
    await begin(id, ben);
    await work();
    const phones = group.people.map(({ phone }) => phone);
    const bodies = phones.map((phone) => carrier.sentTo(phone)[0]?.body ?? "");
    expect(bodies.map(({ length }) => length)).toEqual(bodies.map(() => sample?.text.length));
    const tokens = phones.map(tokenTo);
    expect(new Set(tokens).size).toBe(2);
    const rows = await writeDb.execute(sql`select r::text as row from unsubscribe_links r where campaign_id = ${id}`);
    expect(rows).toHaveLength(2);
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is left as it is by what Auto-Replace makes of the words around it", async () => {
    const table = [..."uxyz/"].map((from) => ({ from, to: "you" }));
    await writeDb.update(accounts).set({ autoReplace: "table", replacements: table }).where(eq(accounts.id, accountId));
    const group = await makeContactGroup(accountId, [{}]);
    const id = await makeDraft({ by: ben, line, group }, { message: "See u. {unsubscribe link} u" });
    const review = await reviewCampaign(await viewerOf(ben), await campaignRow(id));
    await begin(id, ben);
    await work();
    await writeDb.update(accounts).set({ autoReplace: "off", replacements: [] }).where(eq(accounts.id, accountId));
    const [body = ""] = group.people.map(({ phone }) => carrier.sentTo(phone)[0]?.body);
    expect(body).toMatch(/^See you\. https:\/\/lineup\.example\/u\/\w{12} you$/);
    expect(await unsubscribePage(/\/u\/(\w+)/.exec(body)?.[1] ?? "")).toMatchObject({ company: company.name });
    expect(review?.samples[0]?.text).toHaveLength(body.length);
    expect(review?.replacing.changes).toEqual([{ from: "u", to: "you" }]);
  });

  test("opened a hundred times changes nothing; pressed, it stops all texts and is counted, once", async () => {
    const { id, phones } = await sent();
    const [phone = "", other = ""] = phones;
    const token = tokenTo(phone);
    for (let n = 0; n < 100; n++)
      expect(await unsubscribePage(token)).toEqual({ company: company.name, line: e164, hasStopped: false });
    expect(await stopsOf(phone)).toEqual([]);
    const once = onceKey();
    await Promise.all([stop(token, once), stop(token, once), stop(token), stop(token)]);
    expect(await stopsOf(phone)).toMatchObject([{ how: "link", reviewBy: null }]);
    const out = (await saidBy(phone)).filter(({ kind }) => kind === "out");
    expect(out).toMatchObject([{ source: "campaign Spring sale", words: "Stop texts", numberId: line.id }]);
    expect(await unsubscribePage(token)).toMatchObject({ hasStopped: true });
    expect(await stopsOf(other)).toEqual([]);
    expect(await getCampaign(await viewerOf(ben), id)).toMatchObject({ optOuts: 1, sent: 2 });
    expect((await campaignReport(await viewerOf(ben), id)).optOuts).toMatchObject([{ phone, words: "Stop texts" }]);
  });

  test("makes plain what ordinary words had left to a person", async () => {
    const { phones } = await sent(1);
    const [phone = ""] = phones;
    const text = { carrierId: `T${performance.now()}`, to: e164, body: "please stop texting me", media: [], at: null };
    await receiveText({ name: "simulated", answersKeywords: false }, { ...text, from: phone });
    expect(await unsubscribePage(tokenTo(phone))).toMatchObject({ hasStopped: false });
    await stop(tokenTo(phone));
    expect(await stopsOf(phone)).toMatchObject([{ reviewBy: null }]);
  });

  test("makes theirs what a colleague did for them, and may take back", async () => {
    const { phones } = await sent(1);
    const [phone = ""] = phones;
    const said = { how: "by hand", source: "by hand", words: "A slip" } as const;
    await writeDb.transaction((tx) => optOut(tx, { accountId, phone }, said));
    await stop(tokenTo(phone));
    await stop(tokenTo(phone));
    expect(await stopsOf(phone)).toMatchObject([{ how: "link" }]);
    const out = (await saidBy(phone)).filter(({ kind }) => kind === "out");
    expect(out.map(({ words }) => words)).toEqual(["A slip", "Stop texts"]);
  });

  test("of nobody, cut off or old opens a page and stops nothing", async () => {
    const { phones } = await sent(1);
    const [phone = ""] = phones;
    const token = tokenTo(phone);
    await writeDb.delete(unsubscribeLinks).where(eq(unsubscribeLinks.phone, phone));
    for (const wrong of [token, token.slice(1), token.toLowerCase(), "", "x".repeat(5000)]) {
      expect(await unsubscribePage(wrong)).toBeUndefined();
      await expect(stop(wrong)).rejects.toThrow("Reply STOP");
    }
    expect(await stopsOf(phone)).toEqual([]);
  });

  test("works in a test to oneself, too", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const id = await makeDraft({ by: ben, line, group }, { message: "{unsubscribe link}" });
    const phone = "+14155550178";
    await writeDb.update(users).set({ contactNumber: phone }).where(eq(users.id, ben.userId));
    await sendTest(...(await held(id, ben)));
    await work();
    await stop(tokenTo(phone));
    expect(await saidBy(phone)).toMatchObject([{ kind: "out", source: "unsubscribe link" }]);
  });

  test("takes no words instead", async () => {
    const group = await makeContactGroup(accountId, [{}]);
    const draft = (message: string) => makeDraft({ by: ben, line, group }, { message });
    expect(await draft("Bye {Unsubscribe  Link}")).toEqual(expect.any(String));
    await expect(draft("Bye {unsubscribe link|x}")).rejects.toThrow(
      /^There is no field \{unsubscribe link\|x\}\. There are .*, \{unsubscribe link\}\.$/,
    );
  });
});
