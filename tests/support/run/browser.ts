import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { given } from "./env";
import { hasMemory } from "./scratch";

/** A Chromium that the system brings, which starts sooner than a download. The shell costs two thirds of what all of it does. */
const systemChromium = () =>
  [
    given("CHROMIUM_PATH"),
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((file) => file !== undefined && existsSync(file));

export const hasBrowser = () => systemChromium() !== undefined || existsSync(chromium.executablePath());

/** Chromium's own sandbox refuses root, as in a container. */
export function launchOptions(own: string[] = []) {
  const executablePath = systemChromium();
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return {
    ...(executablePath && { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(hasMemory() ? [] : ["--disable-dev-shm-usage"]),
      ...quiet,
      ...own,
    ],
  };
}
