import { readFileSync } from "node:fs";
import { z } from "zod";

/** Bytes of JavaScript, as they are sent, that a page makes a browser load at once. The reasons stand in docs/decisions/081 and 126. */
export const BUDGET: Record<string, number> = { "/login": 126_000, "/admin/users": 131_000 };

/** The same for whoever takes gzip alone. */
export const GZIPPED = 151_000;

/** Of those, how many are ours: whatever doesn't stand in what Next and React bring to every page. */
export const OWN = 22_000;

type How = { cookie?: string; encoding?: "br" | "gzip" };

const Manifest = z.object({ rootMainFiles: z.array(z.string()) });

/** The scripts that the page names, each once; those for browsers without modules are never loaded by today's. */
export async function scriptBytes(url: string, path: string, { cookie = "", encoding = "br" }: How = {}) {
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const files = [...new Set(tags.map(([, src = ""]) => src.replaceAll("&amp;", "&")))];
  const { rootMainFiles } = Manifest.parse(JSON.parse(readFileSync(".next/build-manifest.json", "utf8")));
  const sizes = await Promise.all(
    files.map(async (file) => ({
      bytes: await sentBytes(new URL(file, url), encoding),
      isOwn: !rootMainFiles.some((root) => new URL(file, url).pathname.endsWith(root)),
    })),
  );
  const sum = (of: typeof sizes) => of.reduce((all, { bytes }) => all + bytes, 0);
  return { bytes: sum(sizes), own: sum(sizes.filter(({ isOwn }) => isOwn)), files: files.length };
}

async function sentBytes(url: URL, encoding: string): Promise<number> {
  const answer = await fetch(url, { headers: { "accept-encoding": encoding } });
  const sent = Number(answer.headers.get("content-length"));
  await answer.arrayBuffer();
  if (!answer.ok || sent === 0) throw new Error(`${url.pathname}: ${answer.status}`);
  return sent;
}
