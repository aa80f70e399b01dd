import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const STATIC = "/_next/static/";
const FOLDER = ".next/static";
const PACKED = ".br";

/** Once a build, as small as can be: beside each script and style sheet lies what a browser gets of it. */
export async function packFiles(): Promise<void> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(files.map((name) => packFile(path.join(FOLDER, name))));
}

async function packFile(file: string) {
  const whole = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
  writeFileSync(file + PACKED, await promisify(brotliCompress)(whole, { params }));
}

const kept = new Map<string, Buffer | undefined>();

/** What was packed with the build, for the path of a file of Next's that has just been found. */
export function packedFile(asked: string): Buffer | undefined {
  if (!/^\/_next\/static\/[\w~./-]+\.(js|css)$/.test(asked) || asked.includes("..")) return undefined;
  if (!kept.has(asked)) {
    const file = path.join(FOLDER, asked.slice(STATIC.length)) + PACKED;
    kept.set(asked, existsSync(file) ? readFileSync(file) : undefined);
  }
  return kept.get(asked);
}
