import { chromium } from "@playwright/test";
import { launchOptions } from "@/tests/support/run/browser";
import { say } from "../../say";
import type { Door } from "../looking";
import { bringText } from "./webhooks";

const CUTS = 6;
const LONGEST_MS = 5000;

type Cutting = Door & { line: string };

/** How long after its connection is back a page in a browser shows what came meanwhile. */
export async function measureCuts({ url, cookie, line }: Cutting): Promise<string[]> {
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
    const page = await context.newPage();
    await bringText(url, { from: "+14045558888", to: line, body: "Before it is cut" });
    await page.goto(`${url}/inbox?view=all`);
    await page.getByText("Before it is cut").first().waitFor();
    const took: number[] = [];
    for (let cut = 0; cut < CUTS; cut++) {
      const body = `Can you hear me, ${cut}?`;
      await context.setOffline(true);
      await bringText(url, { from: "+14045558888", to: line, body });
      // Now and then it is away for longer than a page takes silence for.
      await page.waitForTimeout(cut % 2 === 0 ? 500 : 6000);
      const began = performance.now();
      await context.setOffline(false);
      await page.getByText(body).first().waitFor({ timeout: 60_000 });
      took.push(performance.now() - began);
    }
    const longest = Math.max(...took);
    say(`After ${CUTS} cuts the page was right within ${(longest / 1000).toFixed(1)} s of ${LONGEST_MS / 1000}`);
    return longest > LONGEST_MS ? ["a page after a cut"] : [];
  } finally {
    await browser.close();
  }
}
