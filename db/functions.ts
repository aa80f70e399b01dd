import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FOLDER = path.resolve("db/functions");

/** The database's functions as files, and how old they are: of two versions that roll, the older one's stay away. */
export type FunctionSet = { files: { name: string; sql: string }[]; hash: string; changedAt: number };

export function functionsHere(): FunctionSet {
  const names = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));
  const files = names.sort().map((name) => ({ name, sql: readFileSync(path.join(FOLDER, name), "utf8") }));
  return { files, hash: hashOf(files), changedAt: editionHere().changedAt };
}

const Edition = z.object({ hash: z.string(), changedAt: z.int() });

/** As `npm run db:functions` wrote it last. */
export const editionHere = () => Edition.parse(JSON.parse(readFileSync(EDITION, "utf8")));

export const EDITION = path.join(FOLDER, "edition.json");

function hashOf(files: FunctionSet["files"]): string {
  const hash = createHash("sha256");
  for (const { name, sql } of files) hash.update(`${name}\0${sql}\0`);
  return hash.digest("hex");
}
