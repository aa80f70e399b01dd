import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FOLDER = path.resolve("db/functions");
const MIGRATIONS = path.resolve("db/migrations");

/** The database's functions as files, and how old they are: of two versions that roll, the older one's stay away. */
export type FunctionSet = {
  files: { name: string; sql: string }[];
  hash: string;
  changedAt: number;
  /** By name, what migrations have made: they did so before functions were files. */
  migrated: string[];
};

export function functionsHere(): FunctionSet {
  const names = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));
  const files = names.sort().map((name) => ({ name, sql: readFileSync(path.join(FOLDER, name), "utf8") }));
  return { files, hash: hashOf(files), changedAt: editionHere().changedAt, migrated: migratedNames() };
}

function migratedNames(): string[] {
  const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith(".sql"));
  const texts = files.map((file) => readFileSync(path.join(MIGRATIONS, file), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/create (?:or replace )?function (\w+)/gi)].map(([, name = ""]) => name),
  );
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
