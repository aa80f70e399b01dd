import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { inboundSeen } from "@/db/schema";
import { writeDb } from "@/db/write";
import { APP, textingTests } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { type Handler, serving } from "@/tests/support/run/serving";
import { answerPrograms } from "./answer-programs";

const { e164 } = await textingTests();

const next: Handler = (_, res) => res.end("a page");
const asked = () => serving(answerPrograms(next), { appUrl: APP });

const text = (MessageSid: string) => {
  const { payload, signature } = signed(`${APP}/api/webhooks/twilio`, {
    ...{ MessageSid, From: "+12025550140", To: e164, Body: "Is it ready?" },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  return { method: "POST", headers, body: payload };
};

const seen = (carrierId: string) => writeDb.select().from(inboundSeen).where(eq(inboundSeen.carrierId, carrierId));

test("programs are answered here, with the headers of every answer; pages by Next", async () => {
  const { ask } = await asked();
  const alive = await ask("/api/health");
  expect(alive).toMatchObject({ status: 200, body: '{"status":"ok"}' });
  expect(alive.headers).toMatchObject({
    "cache-control": expect.stringContaining("no-store"),
    "x-request-id": expect.stringMatching(/./),
  });
  expect(await ask("/api/health?probe=1", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  expect(JSON.parse((await ask("/api/health/ready")).body)).toMatchObject({ checks: { database: true } });
  expect(await ask("/api/health", { method: "POST" })).toMatchObject({ status: 405 });
  expect(await ask("/login")).toMatchObject({ body: "a page" });
  expect(await ask("/api/healthy")).toMatchObject({ body: "a page" });
});

test("a webhook is taken as it was signed, for the public address, and unsigned not at all", async () => {
  const { ask } = await asked();
  expect(await ask("/api/webhooks/twilio", text("SMhere1"))).toMatchObject({ status: 200, body: "<Response/>" });
  expect(await seen("SMhere1")).toHaveLength(1);
  const forged = { ...text("SMhere2"), body: text("SMhere3").body };
  expect(await ask("/api/webhooks/twilio", forged)).toMatchObject({ status: 403, body: "" });
  expect(await ask("/api/webhooks/twilio?m=1", text("SMhere2"))).toMatchObject({ status: 403 });
  expect(await ask("/api/webhooks/twilio", { ...text("SMhere2"), body: "" })).toMatchObject({ status: 403 });
  expect(await seen("SMhere2")).toEqual([]);
});

test("what can't be kept just now is answered with a failure, and taken when it comes again", async () => {
  const said = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const { ask } = await asked();
  await writeDb.execute(sql`alter table inbound_seen rename to inbound_gone`);
  const failed = await ask("/api/webhooks/twilio", text("SMlate"));
  await writeDb.execute(sql`alter table inbound_gone rename to inbound_seen`);
  expect(failed).toMatchObject({ status: 500 });
  const lines = said.mock.calls.map(([line]) => String(line));
  expect(lines.filter((line) => line.includes("request.failed"))).toEqual([
    expect.stringContaining(String(failed.headers["x-request-id"])),
  ]);
  expect(await ask("/api/webhooks/twilio", text("SMlate"))).toMatchObject({ status: 200 });
  expect(await seen("SMlate")).toHaveLength(1);
});

test("no webhook reads more than a hundred thousand bytes, whether they are said before or come in pieces", async () => {
  const { ask } = await asked();
  const body = "x".repeat(100_001);
  for (const path of ["/api/webhooks/twilio", "/api/webhooks/twilio/status", "/api/webhooks/resend"]) {
    expect((await ask(path, { method: "POST", body })).status).toBe(413);
    const said = { "content-length": String(body.length) };
    expect((await ask(path, { method: "POST", body, headers: said })).status).toBe(413);
  }
});
