import { expect, test } from "@/tests/support/fixtures";
import { WEBHOOK_SECRET } from "@/tests/support/webhook";

const TOKEN = "a token for the tests";

test("metrics are told to whoever has the token, of all processes together, and health to everybody", async ({
  ownServer,
  request,
}) => {
  const { url } = await ownServer({ METRICS_TOKEN: TOKEN.replaceAll(" ", "-") });
  const metrics = (authorization?: string) =>
    request.get(`${url}/api/metrics`, authorization ? { headers: { authorization } } : {});
  for (let at = 0; at < 6; at++) expect((await request.get(`${url}/login`)).status()).toBe(200);
  expect((await metrics()).status()).toBe(401);
  expect((await metrics("Bearer wrong")).status()).toBe(401);
  const told = await metrics(`Bearer ${TOKEN.replaceAll(" ", "-")}`);
  expect(told.headers()["content-type"]).toContain("text/plain; version=0.0.4");
  const text = await told.text();
  const answered = /lineup_request_seconds_count\{[^}]*status="2xx"[^}]*\} (\d+)/.exec(text)?.[1];
  expect(Number(answered)).toBeGreaterThanOrEqual(6);
  for (const name of [
    "lineup_logins_total",
    "lineup_emails_total",
    "lineup_outbox_due",
    "lineup_outbox_oldest_seconds",
  ])
    expect(text).toContain(`# TYPE ${name}`);

  expect((await request.get(`${url}/api/health`)).status()).toBe(200);
  const ready = await request.get(`${url}/api/health/ready`);
  expect([ready.status(), await ready.json()]).toEqual([
    200,
    { ready: true, checks: { database: true, migrations: true, queue: true }, queueLag: 0 },
  ]);
});

test("without a token set there are no metrics, and webhooks without a secret are refused", async ({ request }) => {
  expect((await request.get("/api/metrics", { headers: { authorization: "Bearer x" } })).status()).toBe(404);
  expect((await request.post("/api/webhooks/resend", { data: {} })).status()).toBe(401);
});

test("whatever is logged while a request is answered carries the id of its answer", async ({ ownServer, request }) => {
  const { url, output } = await ownServer({ RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => request.post(`${url}/api/webhooks/resend?token=x`)),
  );
  const logged = () =>
    output()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): { event: string; request?: string; path?: string } => JSON.parse(line));
  for (const answer of answers) {
    const ofIt = () => logged().filter((line) => line.request === answer.headers()["x-request-id"]);
    await expect.poll(() => ofIt().map(({ event }) => event)).toEqual(["signature.bad", "webhook.refused", "request"]);
    expect(ofIt().at(-1)?.path).toBe("/api/webhooks/resend");
  }
});
