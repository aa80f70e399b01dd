import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type Company, makeCompany, type Person } from "./cast";
import { login } from "./login";
import { mail } from "./mail";
import { type Problems, problems } from "./problems";
import { awaitScripts } from "./run/await-scripts";
import { cloneDatabase } from "./run/db";
import { given } from "./run/env";
import { startServer, type TestServer } from "./run/server";

type Fixtures = {
  /** A company of this test's own. */
  company: Company;
  login: (page: Page, person: Person) => Promise<void>;
  /** Another browser, for a second person; logged in when one is given. */
  openPage: (person?: Person) => Promise<Page>;
  mail: typeof mail;
  /** Finds nothing that keeps people out, in the page as it is now. axe is a script: without JavaScript it can't look. */
  axe: (page: Page) => Promise<void>;
  /** A second Lineup with settings and a database of its own, empty; `npm start` as on a new machine. */
  ownServer: (settings?: Record<string, string>) => Promise<TestServer & { database: string }>;
  problems: Problems;
};

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(given("TEST_APP_URL") ?? ""),
  page: async ({ page, javaScriptEnabled }, use) => use(javaScriptEnabled ? awaitScripts(page) : page),
  company: async ({}, use) => use(await makeCompany()),
  login: async ({}, use) => use(login),
  mail: async ({}, use) => use(mail),
  axe: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ? expectAccessible : async () => {}),

  problems: [
    async ({ context }, use) => {
      const all = problems();
      all.watch(context);
      await use(all);
      expect(all.found(), "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],

  openPage: async ({ browser, contextOptions, javaScriptEnabled, baseURL, problems }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (person) => {
      const options = { ...contextOptions, javaScriptEnabled, ...(baseURL && { baseURL }) };
      const context = await browser.newContext(options);
      contexts.push(context);
      problems.watch(context);
      const opened = await context.newPage();
      const page = javaScriptEnabled ? awaitScripts(opened) : opened;
      if (person) await login(page, person);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  ownServer: async ({}, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async (settings = {}) => {
      const database = await cloneDatabase(given("TEST_POSTGRES_URL") ?? "", given("TEST_TEMPLATE") ?? "");
      closers.push(database.drop);
      const server = await startServer({ DATABASE_URL: database.url, ...settings });
      closers.push(server.stop);
      return { ...server, database: database.url };
    });
    for (const close of closers.reverse()) await close();
  },
});

async function expectAccessible(page: Page) {
  // Half a megabyte of script, which a document that was looked at before has already.
  const isThere = await page.evaluate(() => "axe" in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) })
    // Otherwise each look opens a page of its own to put the frames' answers together, and there are no frames.
    .setLegacyMode()
    // What passes would be told as well, element by element, which costs more than the looking.
    .options({ resultTypes: ["violations"] })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

export { expect };
