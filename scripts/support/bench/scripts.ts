import { gzipSync } from "node:zlib";

/** Bytes of JavaScript, gzipped, that a page makes a browser load at once. The reasons stand in docs/decisions/012. */
export const BUDGET: Record<string, number> = { "/login": 160_000, "/admin/users": 160_000 };

/** The scripts that the page names, each once; those for browsers without modules are never loaded by today's. */
export async function scriptBytes(url: string, path: string, cookie = ""): Promise<{ bytes: number; files: number }> {
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const files = [...new Set(tags.map(([, src = ""]) => src.replaceAll("&amp;", "&")))];
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await (await fetch(new URL(file, url))).arrayBuffer()).length),
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: files.length };
}
