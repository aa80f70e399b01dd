import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { consentEvents, contacts, conversations, inboundStrays, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { APP, makeLine, textingTests } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { listStrays } from "../../numbers/carrier/strays";
import { inboundWebhook } from "../../web/api/inbound-webhook";
import { catchUp } from "./catch-up";
import { takeStrays } from "./take-strays";

const { carrier, company, e164 } = await textingTests();

let made = 0;
const sid = () => `SMsender${made++}`;

function posted(fields: Record<string, string>) {
  const { payload, signature } = signed(`${APP}/api/webhooks/twilio`, fields);
  return inboundWebhook({ url: "/api/webhooks/twilio", headers: { "x-twilio-signature": signature }, body: payload });
}

describe("a text", () => {
  it.each([[{}], [{ From: "" }], [{ From: " \u200b" }]])(
    "from nobody (%j) is kept for who adds numbers, and is no conversation",
    async (from) => {
      const Body = `Who is this? ${sid()}`;
      expect((await posted({ MessageSid: sid(), ...from, To: e164, Body })).status).toBe(200);
      expect(await writeDb.select().from(messages).where(eq(messages.body, Body))).toEqual([]);
      expect(await writeDb.select().from(inboundStrays).where(eq(inboundStrays.body, Body))).toMatchObject([
        { fromPhone: "", toPhone: e164 },
      ]);
      await takeStrays();
      const shown = await listStrays(await viewerOf(company.ana));
      expect(shown.filter(({ body }) => body === Body)).toMatchObject([{ from: "", to: e164 }]);
      const others = await listStrays(await viewerOf((await makeCompany()).ana));
      expect(others.filter(({ to }) => to === e164)).toEqual([]);
    },
  );

  test("from nobody stops no round of what came in unheard", async () => {
    const { line, e164: number } = await makeLine(company);
    Object.assign(carrier.comesIn({ from: "", to: number, body: "Who?" }), { from: null });
    carrier.comesIn({ from: "+12025560199", to: number, body: "Me" });
    await catchUp();
    const said = await writeDb.select().from(messages).where(eq(messages.numberId, line.id));
    expect(said.map(({ body }) => body)).toEqual(["Me"]);
    const [stray] = await writeDb.select().from(inboundStrays).where(eq(inboundStrays.toPhone, number));
    expect(stray).toMatchObject({ fromPhone: "", body: "Who?" });
  });

  test("with a sign in it that PostgreSQL keeps nowhere stops no round either, and is obeyed", async () => {
    const { company: other, line, e164: number } = await makeLine();
    carrier.comesIn({ from: "+12025560198", to: number, body: "ST\0OP\0" });
    await catchUp();
    const said = await writeDb.select().from(messages).where(eq(messages.numberId, line.id));
    expect(said.map(({ body }) => body)).toEqual(["STOP"]);
    const theirs = eq(consentEvents.accountId, other.accountId);
    expect(await writeDb.select().from(consentEvents).where(theirs)).toMatchObject([{ kind: "out", words: "STOP" }]);
  });

  it.each(["AMAZON", "72404", "Café Ünï", "+12025550100;ext=1"])("from %s has a thread of its own", async (From) => {
    expect((await posted({ MessageSid: sid(), From, To: e164, Body: "Your parcel" })).status).toBe(200);
    const theirs = await writeDb
      .select({ at: conversations.lastMessageAt })
      .from(conversations)
      .innerJoin(contacts, eq(contacts.id, conversations.contactId))
      .where(eq(contacts.phone, From));
    expect(theirs).toHaveLength(1);
  });
});
