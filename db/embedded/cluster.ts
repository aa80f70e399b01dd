import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { StartProblem } from "@/lib/env";
import type { Binaries } from "./binaries";
import { complaintIn, whatHelps } from "./complaint";
import { damaged } from "./damaged";
import type { Place } from "./place";
import { CLEAN } from "./process";
import { readKept } from "./read-kept";

const run = promisify(execFile);

/** Makes the cluster if there is none. It gets its name when it is whole, so a killed start leaves only a draft. */
export async function makeCluster({ dir, home, data, password, user }: Place, programs: Binaries, quick: boolean) {
  for (const name of readdirSync(home)) if (name.startsWith("draft-")) discard(path.join(home, name));
  if (existsSync(data) && readdirSync(data).length > 0) return refuseOther(dir, data, programs.major);
  const draft = path.join(home, `draft-${randomBytes(6).toString("hex")}`);
  const cluster = path.join(draft, "data");
  const passwordFile = path.join(draft, "password");
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const each of [draft, cluster, passwordFile]) chownSync(each, user.uid, user.gid);
  try {
    await run(programs.initdb, [...options(passwordFile), ...(quick ? ["--no-sync"] : []), "-D", cluster], {
      ...user,
      cwd: "/",
      env: CLEAN,
    });
    renameSync(cluster, data);
  } catch (error) {
    throw new StartProblem(
      `PostgreSQL could not be set up in ${home} (${reason(error)}): ${whatHelps(reason(error))}.`,
    );
  } finally {
    discard(draft);
  }
}

/** Bytes compare as bytes (fast, and the same on every machine); a list that people read names its own collation. */
const options = (passwordFile: string) => [
  "--username=app",
  "--auth=scram-sha-256",
  `--pwfile=${passwordFile}`,
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

function refuseOther(dir: string, data: string, major: string) {
  const file = path.join(data, "PG_VERSION");
  const made = existsSync(file) ? readKept(file).trim() : "";
  if (made === major) return;
  if (!/^\d+$/.test(made)) throw damaged(dir, `${file} is missing or not whole`);
  throw new StartProblem(
    `The database in ${data} was made by PostgreSQL ${made}, and this Lineup brings ${major}: start it with the Lineup it was made by, or move ${dir} away to begin with an empty one.`,
  );
}

/** The setup of a killed start may still be writing in its draft: then the next start finishes the cleaning. */
function discard(folder: string) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

function reason(error: unknown) {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  return complaintIn(said) || (error instanceof Error ? error.message : String(error));
}
