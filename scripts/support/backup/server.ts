import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { freePort } from "@/db/embedded/free-port";
import { StartProblem } from "@/lib/env";
import { whenWeEnd } from "@/tests/support/run/guard";
import { endWith } from "../life";

const run = promisify(execFile);

/** PostgreSQL refuses root, so root hands it to nobody. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** Nothing of whoever starts us (PGDATA, PGOPTIONS…) may reach it. */
const CLEAN: NodeJS.ProcessEnv = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin", NODE_ENV: "production" };

/** A PostgreSQL of this script's own, made of the programs in `bin`, on 127.0.0.1; it and its folder end with the script. */
export async function scratchServer(bin: string): Promise<string> {
  const dir = mkdtempSync(path.join(tmpdir(), "lineup-backup-"));
  const [data, passwordFile] = [path.join(dir, "data"), path.join(dir, "password")];
  const password = randomBytes(18).toString("base64url");
  chmodSync(dir, 0o755);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const each of [data, passwordFile]) if (user) chownSync(each, user.uid, user.gid);
  const callOff = whenWeEnd('kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; sleep 1; rm -rf "$0"', dir);
  const how = { ...user, cwd: "/", env: CLEAN };
  const setup = ["-U", "app", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C", "-N"];
  await run(path.join(bin, "initdb"), [...setup, "-D", data], how);
  const port = await freePort();
  const log = openSync(path.join(dir, "postgres.log"), "w", 0o600);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "synchronous_commit=off"];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((each) => ["-c", each])];
  const server = spawn(path.join(bin, "postgres"), args, { ...how, detached: true, stdio: ["ignore", log, log] });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()).once("error", () => resolve()));
  endWith("the scratch PostgreSQL", async () => {
    server.kill("SIGINT");
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    server.kill("SIGQUIT");
    callOff();
    rmSync(dir, { recursive: true, force: true });
  });
  const url = `postgres://app:${password}@127.0.0.1:${port}/postgres`;
  for (const until = Date.now() + 30_000; !(await answers(url)); await sleep(50))
    if (server.exitCode !== null || Date.now() > until) throw new StartProblem("The scratch PostgreSQL did not start.");
  return url;
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  return client`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => client.end({ timeout: 1 }));
}
