import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "@/lib/env";
import { pidFile, servesFrom } from "./pid-file";
import { readKept } from "./read-kept";
import { canEnter, type PostgresUser, postgresUser } from "./user";

const Kept = z.object({ password: z.string(), home: z.string().optional() });

/** Where root keeps what an unprivileged user must reach when the data folder is out of its reach, as in /root. */
export const SHARED = "/var/lib/lineup";

/** `home` holds the cluster in `data`, its log and its lock; `dir` what belongs to us alone. */
export type Place = { dir: string; home: string; data: string; password: string; user: PostgresUser };

/** Makes `dir` where it is missing. Its parents are left as they are. */
export function openFolder(dir: string): string {
  if (!existsSync(dir)) {
    makeFolder(dir);
    chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  if (statSync(dir).isDirectory()) return realpathSync(dir);
  throw new StartProblem(`${dir} is a file, and a folder is needed there: move it away, or set DATA_DIR to another.`);
}

/** Level by level: Node's own way never returns from a file system that takes no folders, such as /proc. */
function makeFolder(dir: string) {
  if (!existsSync(path.dirname(dir))) makeFolder(path.dirname(dir));
  mkdirSync(dir);
}

/** Reads where the cluster of `dir` is and its password, deciding both at the first start. Call it holding the lock. */
export function placeOf(dir: string): Place {
  const before = keptIn(dir);
  const password = before?.password ?? randomBytes(24).toString("base64url");
  const own = path.join(dir, "postgres");
  const decided = before?.home ?? own;
  const user = postgresUser(path.join(decided, "data"));
  openFolder(decided);
  const home = canEnter(user, decided) ? decided : moveWithinReach(dir, decided);
  // Written only when it changes: root may be starting what an ordinary user must be able to read again.
  if (!before || home !== decided) keep(dir, home === own ? { password } : { password, home });
  return { dir, home, data: path.join(home, "data"), password, user };
}

/** What an earlier start decided, or `undefined` before the first. */
export function keptIn(dir: string) {
  const file = path.join(dir, "database.json");
  if (existsSync(file)) return read(file);
  if (!existsSync(path.join(dir, "postgres/data"))) return undefined;
  throw lost(file, "is missing");
}

function read(file: string): z.infer<typeof Kept> {
  const text = readKept(file);
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    throw lost(file, "is not whole");
  }
}

const lost = (file: string, how: string) =>
  new StartProblem(
    `${file} ${how}, and with it the password of the database: restore ${path.dirname(file)} from a copy, or move it away to begin with an empty one.`,
  );

function keep(dir: string, kept: z.infer<typeof Kept>) {
  const file = path.join(dir, "database.json");
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A cluster that was made where it could be reached comes along, for instance when a checkout moved into /root. */
function moveWithinReach(dir: string, home: string): string {
  const data = path.join(home, "data");
  const pid = pidFile(data)?.pid;
  if (pid !== undefined && servesFrom(pid, data)) {
    throw new StartProblem(`PostgreSQL (process ${pid}) still runs on ${data}. End it.`);
  }
  openFolder(SHARED);
  const target = freeName(path.join(SHARED, createHash("sha256").update(dir).digest("hex").slice(0, 12)));
  openFolder(target);
  if (existsSync(data)) {
    execFileSync("cp", ["-a", data, path.join(target, "data.moved")]);
    renameSync(path.join(target, "data.moved"), path.join(target, "data"));
  }
  rmSync(home, { recursive: true, force: true });
  return target;
}

/** Never a folder that is there already: it may belong to another checkout that was moved away from this path. */
const freeName = (name: string, n = 1): string => {
  const candidate = n === 1 ? name : `${name}-${n}`;
  return existsSync(candidate) ? freeName(name, n + 1) : candidate;
};
