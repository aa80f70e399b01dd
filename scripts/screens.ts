import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { launchOptions } from "@/tests/support/run/browser";
import { end, endWith, live } from "./support/life";
import { ownApp } from "./support/own-app";
import { runApp } from "./support/run-app";
import { say } from "./support/say";
import { compareScreens } from "./support/screens/compare";
import { faultsOf } from "./support/screens/faults";
import { screens } from "./support/screens/list";
import type { Screen, Who } from "./support/screens/screen";
import { still } from "./support/screens/still";

const THEMES = ["light", "dark"] as const;

type Look = { width: number; height: number; theme: (typeof THEMES)[number]; to: string; faults: boolean };
type State = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

/**
 * `npm run screens [-- --only NAME …] [--width PIXELS …] [--theme dark] [--to FOLDER]`: a PNG of every page, wide and narrow, light and dark.
 * `--faults`: beside each, what of it is cut or broken, and what axe finds.
 * `npm run screens -- --compare BEFORE AFTER`: which pictures of two such folders are not the same.
 */
await live(async () => {
  const { values, positionals } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      width: { type: "string", multiple: true, default: ["1280", "360"] },
      theme: { type: "string", multiple: true, default: [...THEMES] },
      to: { type: "string", default: "screens" },
      faults: { type: "boolean", default: false },
      compare: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (values.compare) await compare(positionals);
  else await picture(values);
});

async function compare([before, after]: string[]) {
  if (!before || !after) throw new Error("Two folders of pictures are wanted: --compare BEFORE AFTER");
  const differences = compareScreens({ before, after });
  for (const { name, words } of differences) say(`${name}: ${words}`);
  say(differences.length === 0 ? "The pictures are the same." : `${differences.length} are not the same.`);
  await end(differences.length === 0 ? 0 : 1);
}

type Wish = { only?: string[] | undefined; width: string[]; theme: string[]; to: string; faults: boolean };

async function picture({ only, width: widths, theme: themes, to, faults }: Wish) {
  const { url, password } = await ownApp("screens");
  await runApp({ dev: false });
  const { makeWorld, NEWCOMER } = await import("./support/screens/world");
  const wanted = screens(await makeWorld(password)).filter(
    ({ name }) => !only || only.some((start) => name.startsWith(start)),
  );
  const browser = await chromium.launch(launchOptions());
  endWith("the browser", () => browser.close());
  if (!only) rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const states: Record<Who, State | undefined> = {
    nobody: undefined,
    ana: await loggedIn(browser, { url, username: "admin", password }),
    benedikt: await loggedIn(browser, { url, username: "benedikt", password }),
    newcomer: await loggedIn(browser, { url, username: NEWCOMER, password }),
  };
  for (const width of widths.map(Number))
    for (const theme of THEMES.filter((each) => themes.includes(each))) {
      const look = { width, height: width < 500 ? 740 : 900, theme, to, faults };
      await shoot(browser, { url, look, wanted, states });
    }
  await end(0);
}

async function loggedIn(browser: Browser, who: { url: string; username: string; password: string }): Promise<State> {
  const context = await browser.newContext({ baseURL: who.url });
  const page = await context.newPage();
  await page.goto("/login?next=/settings/profile");
  await page.getByLabel("Username or email").fill(who.username);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: "Edit Profile" }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

type Shooting = { url: string; look: Look; wanted: Screen[]; states: Record<Who, State | undefined> };

async function shoot(browser: Browser, { url, look, wanted, states }: Shooting) {
  const { width, height, theme } = look;
  for (const who of ["nobody", "ana", "benedikt", "newcomer"] as const) {
    const state = states[who];
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: "reduce",
      hasTouch: width < 500,
      ...(state && { storageState: state }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    for (const screen of wanted.filter((each) => each.who === who)) await take(page, screen, look);
    await context.close();
  }
}

/** One that can't be reached is told and left out, so that one broken page doesn't cost all the others. */
async function take(page: Page, { name, path, act }: Screen, { width, theme, to, faults }: Look) {
  const file = `${to}/${name}-${theme}-${width}.png`;
  try {
    await page.emulateMedia({ media: "screen" });
    await page.goto(path, { waitUntil: "networkidle" });
    await act?.(page);
    await still(page);
    await page.screenshot({ path: file, fullPage: true, timeout: 10_000 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    say(wider > 0 ? `${file}: ${wider} pixels are cut off` : file);
    if (faults) for (const fault of await faultsOf(page)) say(`  ${fault}`);
  } catch (error) {
    say(`${file}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
}
