import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { z } from "zod";
import { environmentWith } from "@/lib/env";
import { launchOptions } from "@/tests/support/run/browser";

/** The newest that runs on Node 20. Fetched when it is asked for: with what it needs it is larger than all else here. */
const LIGHTHOUSE = "lighthouse@12.8.2";

const run = promisify(execFile);

export type Device = "desktop" | "mobile";
export type Judged = { scores: Record<string, number>; wrong: string[] };

const Report = z.object({
  categories: z.record(
    z.string(),
    z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

/** A page as Lighthouse sees it, with the tests' browser: its scores of a hundred, and what kept them below. */
export async function judge(url: string, device: Device, cookie: string): Promise<Judged> {
  const { executablePath = chromium.executablePath(), args } = launchOptions();
  const options = [
    "--quiet",
    "--output=json",
    "--only-categories=performance,accessibility,best-practices",
    `--chrome-flags=--headless ${args.join(" ")}`,
    ...(device === "desktop" ? ["--preset=desktop"] : []),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ];
  const env = environmentWith({ CHROME_PATH: executablePath });
  const { stdout } = await run("npx", ["--yes", LIGHTHOUSE, url, ...options], { env, maxBuffer: 64_000_000 });
  const { categories, audits } = Report.parse(JSON.parse(stdout));
  const wrong = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ title }) => title);
  const scores = Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
  return { scores: Object.fromEntries(scores), wrong };
}
