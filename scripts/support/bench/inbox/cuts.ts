import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { launchOptions } from "@/tests/support/run/browser";
import { say } from "../../say";
import type { Door } from "../looking";
import { bringText } from "./bring-text";

const CUTS = 6;
const LONGEST_MS = 5000;

const SLEEPS = 3;
/** Longer than a stream may be silent, and than our server takes a full line. */
const ASLEEP_MS = 12_000;

/** `restart`: the server comes to its end, `meanwhile`, and answers again. */
type Cutting = Door & { line: string; restart: (meanwhile: () => Promise<void>) => Promise<void> };

/** How long after its connection is back, it has woken, or its server has, a page in a browser shows what came meanwhile. */
export async function measureCuts({ url, cookie, line, restart }: Cutting): Promise<string[]> {
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    const comes = (body: string) => bringText(url, { from: "+14045558888", to: line, body });
    await comes("Before it is cut");
    await page.goto(`${url}/inbox?view=all`);
    await page.getByText("Before it is cut").first().waitFor();
    const cuts: number[] = [];
    for (let cut = 0; cut < CUTS; cut++) {
      const body = `Can you hear me, ${cut}?`;
      await context.setOffline(true);
      await comes(body);
      // Now and then it is away for longer than a page takes silence for.
      await page.waitForTimeout(cut % 2 === 0 ? 500 : 6000);
      cuts.push(await untilSeen(page, body, () => context.setOffline(false)));
    }
    const sleeps: number[] = [];
    for (let nap = 0; nap < SLEEPS; nap++) {
      const body = `Are you asleep, ${nap}?`;
      await live(tools, "frozen");
      await context.setOffline(true);
      await comes(body);
      await sleep(ASLEEP_MS);
      const wake = async () => {
        await context.setOffline(false);
        await live(tools, "active");
      };
      sleeps.push(await untilSeen(page, body, wake));
    }
    const body = "While nobody was there";
    const restarted = await untilSeen(page, body, () => restart(() => receive(line, body)));
    const longest = { "a cut": Math.max(...cuts), "a sleep": Math.max(...sleeps), "a restart": restarted };
    const told = Object.entries(longest).map(([after, ms]) => `${(ms / 1000).toFixed(1)} s after ${after}`);
    say(`The page was right ${told.join(", ")}, of ${LONGEST_MS / 1000}`);
    return Object.entries(longest).flatMap(([after, ms]) => (ms > LONGEST_MS ? [`a page after ${after}`] : []));
  } finally {
    await browser.close();
  }
}

/** As the browser does with a page when its computer sleeps. */
const live = (tools: CDPSession, state: "frozen" | "active") => tools.send("Page.setWebLifecycleState", { state });

/** From the end of `begin` on. */
async function untilSeen(page: Page, body: string, begin: () => Promise<void>): Promise<number> {
  await begin();
  const began = performance.now();
  await page.getByText(body).first().waitFor({ timeout: 60_000 });
  return performance.now() - began;
}

/** What comes in while no server of ours answers is asked for by the worker, and then as this. */
const receive = (to: string, body: string) =>
  receiveText(
    { name: "twilio", answersKeywords: true },
    { carrierId: `SM${randomUUID()}`, from: "+14045558888", to, body, media: [], at: null },
  );
