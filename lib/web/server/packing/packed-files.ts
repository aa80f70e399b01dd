import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const STATIC = "/_next/static/";
const FOLDER = ".next/static";
const PACKED = ".next/lineup-packed";

/** Once a build, as small as can be: what a browser gets of each script and style sheet. */
export async function packFiles(): Promise<void> {
  rmSync(PACKED, { recursive: true, force: true });
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(files.map(packFile));
}

async function packFile(name: string) {
  const whole = readFileSync(path.join(FOLDER, name));
  const file = path.join(PACKED, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(whole, { params }));
  writeFileSync(`${file}.gzip`, await promisify(gzip)(whole, { level: 9 }));
}

const kept = new Map<string, Buffer>();

/** What was packed with the build, for the path of a file of Next's that has just been found. */
export function packedFile(asked: string, encoding: "br" | "gzip"): Buffer | undefined {
  if (!/^\/_next\/static\/[\w~./-]+\.(js|css)$/.test(asked) || asked.includes("..")) return undefined;
  const file = path.join(PACKED, `${asked.slice(STATIC.length)}.${encoding}`);
  if (!kept.has(file) && existsSync(file)) kept.set(file, readFileSync(file));
  return kept.get(file);
}
