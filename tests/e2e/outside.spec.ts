import { readdirSync, statSync } from "node:fs";
import { BUDGET, GZIPPED, OWN, scriptBytes } from "@/scripts/support/bench/scripts";
import { expect, test } from "@/tests/support/fixtures";

const ASKED = [
  "/admin/users",
  "/admin/users/new",
  "/admin/numbers",
  "/admin/company",
  "/settings/profile",
  "/settings/security",
];

/** How Next's router asks: for a page, for a prefetch, for a part of a page. */
const WAYS: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
];

test("whoever is not logged in gets nobody's data, however a page is asked for", async ({ company, request }) => {
  const person = await company.endUser();
  for (const path of [...ASKED, `/admin/users/${person.memberId}`])
    for (const headers of WAYS) {
      const answer = await request.get(`${path}?_rsc=x`, { headers, maxRedirects: 0 });
      const body = await answer.text();
      expect(answer.status(), path).toBeLessThan(500);
      for (const secret of [company.name, person.email, company.ana.email]) expect(body).not.toContain(secret);
    }
});

test("a forged host or address changes no link", async ({ company, browser, baseURL, mail }) => {
  const person = await company.endUser();
  const forged = { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", forwarded: "host=evil.test" };
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    javaScriptEnabled: false,
    extraHTTPHeaders: forged,
  });
  const page = await context.newPage();
  await page.goto("/forgot-password");
  await page.getByLabel("Username or email").fill(person.email);
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText("If that account exists, we have emailed a reset link.")).toBeVisible();
  const link = await mail.linkFor(person.email, /\/reset-password\?token=/);
  expect(new URL(link).origin).toBe(new URL(baseURL ?? "").origin);
  await context.close();
});

test("TRACE and writes from another site are refused, and no answer tells what serves it", async ({ request }) => {
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH"]) {
    const refused = await request.fetch("/login", { method });
    expect([refused.status(), refused.headers().allow]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  }
  const foreign = await request.post("/login", { headers: { origin: "https://evil.test" }, form: { a: "b" } });
  expect(foreign.status()).toBe(403);
  const headers = (await request.get("/login")).headers();
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["cache-control"]).toContain("no-store");
  expect((await request.get("/reset-password?token=x")).headers()["referrer-policy"]).toBe("no-referrer");
});

test("scripts are served without a source map, and a failure without a stack", async ({ request }) => {
  const page = await (await request.get("/login")).text();
  const scripts = new Set([...page.matchAll(/\/_next\/static\/[\w./~-]+\.js/g)].map(([path]) => path));
  expect(scripts.size).toBeGreaterThan(0);
  for (const path of scripts) {
    expect(await (await request.get(path)).text()).not.toContain("sourceMappingURL");
    expect((await request.get(`${path}.map`)).status()).toBe(404);
  }
  for (const path of ["/nowhere", "/login/%E0%A4%A", "/_next/static/../../package.json"])
    expect(await (await request.get(path)).text()).not.toMatch(/at \w+ \(|node_modules|Next\.js \d/);
});

const TYPES: Record<string, RegExp> = {
  js: /^(application|text)\/javascript/,
  css: /^text\/css/,
  woff2: /^font\/woff2$/,
  svg: /^image\/svg\+xml/,
  json: /^application\/json/,
};

test("every file has its type and is kept for good, but for what is not there", async ({ request }) => {
  const files = readdirSync(".next/static", { recursive: true, encoding: "utf8" });
  const paths = files
    .filter((file) => statSync(`.next/static/${file}`).isFile())
    .map((file) => `/_next/static/${file}`);
  const icon = /href="(\/icon\.svg\?[^"]+)"/.exec(await (await request.get("/login")).text())?.[1] ?? "";
  for (const path of [...paths, icon]) {
    const { "content-type": type, "cache-control": caching } = (await request.get(path)).headers();
    expect(type, path).toMatch(TYPES[/\.(\w+)(\?|$)/.exec(path.split("/").at(-1) ?? "")?.[1] ?? ""] ?? /^never/);
    expect(caching, path).toBe("public, max-age=31536000, immutable");
  }
  for (const path of ["/_next/static/chunks/gone.js", "/_next/static/media/gone.woff2", "/gone.svg"]) {
    const answer = await request.get(path, { headers: { accept: "text/html" } });
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()["cache-control"], path).toContain("no-store");
  }
});

test("the login page and the list load no more scripts than they may", async ({ page, company, login, baseURL }) => {
  await login(page, company.ana);
  const held = await page.context().cookies();
  const cookie = held.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [path, budget] of Object.entries(BUDGET)) {
    const asked = { cookie: path === "/login" ? "" : cookie };
    const { bytes, own } = await scriptBytes(baseURL ?? "", path, asked);
    expect(bytes, path).toBeLessThanOrEqual(budget);
    expect(own, path).toBeLessThanOrEqual(OWN);
    const gzipped = await scriptBytes(baseURL ?? "", path, { ...asked, encoding: "gzip" });
    expect(gzipped.bytes, `${path}, for who takes gzip alone`).toBeLessThanOrEqual(GZIPPED);
  }
});
