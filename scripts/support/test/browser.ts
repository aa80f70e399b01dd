import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { hasBrowser, launchOptions } from "@/tests/support/run/browser";
import { run } from "./run";

/** Sees to a browser that starts: the one that is there, Debian's where we may install it, else Playwright's own. */
export async function findBrowser(): Promise<{ problem?: string }> {
  if (!hasBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) await fromDebian();
  if (!hasBrowser()) await run("playwright", ["install", "chromium"]);
  if (!hasBrowser()) {
    return { problem: "There is no Chromium. Install one (apt-get install chromium), or set CHROMIUM_PATH to it." };
  }
  try {
    const browser = await chromium.launch(launchOptions());
    await browser.close();
    return {};
  } catch (error) {
    return { problem: `Chromium does not start: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The lists of a fresh machine may be missing or old. */
async function fromDebian() {
  const apt = (...args: string[]) =>
    promisify(execFile)("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", ...args], {
      timeout: 600_000,
      maxBuffer: 64 * 1024 * 1024,
    });
  // Not every release has the small one. Without either, Playwright's own is tried next.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    try {
      await apt("update");
      await apt("install", "-y", name);
      return;
    } catch {}
  }
}
