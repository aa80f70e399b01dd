import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AUTH_SECRET, environmentFor } from "./env";
import { KILL_GROUP, whenWeEnd } from "./guard";
import { LOGS } from "./logs";

export type TestServer = {
  url: string;
  port: number;
  pid: number;
  output: () => string;
  stop: () => Promise<void>;
  /** Ends all of its processes with -9, as a machine that fails does. */
  kill: () => Promise<void>;
};

/** `port`: the one it had before it was killed; what it says goes on where it broke off. `folder`: another checkout; `program`: a launcher with a bug in it. */
type Where = { port?: number; logs?: string; folder?: string | undefined; program?: string | undefined };

/** Lineup as `npm start` runs it, on a port of its own. `own` are its settings; without DATABASE_URL it is embedded. */
export async function startServer(own: Record<string, string>, where: Where = {}): Promise<TestServer> {
  const port = where.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const logs = where.logs ?? LOGS;
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `server-${port}.log`);
  const output = () => readFileSync(log, "utf8");
  const file = openSync(log, where.port === undefined ? "w" : "a");
  const before = output().length;
  const settings = { PORT: String(port), APP_URL: url, AUTH_SECRET, ...own };
  const child = spawn(process.execPath, [where.program ?? "scripts/run.mjs", "start"], {
    env: environmentFor(settings),
    cwd: where.folder,
    stdio: ["ignore", file, file],
    // A group of its own: Ctrl-C reaches us, and we end it.
    detached: true,
  });
  closeSync(file);
  const pid = child.pid ?? 0;
  const state = { gone: false };
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
  void gone.then(() => {
    state.gone = true;
  });
  const callOff = whenWeEnd(KILL_GROUP, String(pid));
  const stop = async () => {
    if (!state.gone) child.kill("SIGTERM");
    await Promise.race([gone, sleep(15_000, undefined, { ref: false })]);
    if (!state.gone) process.kill(-pid, "SIGKILL");
    callOff();
  };
  const kill = async () => {
    if (!state.gone) process.kill(-pid, "SIGKILL");
    await gone;
    callOff();
  };
  for (const until = Date.now() + 240_000; !output().includes(GREETING, before); await sleep(50)) {
    if (!state.gone && Date.now() < until) continue;
    await stop();
    throw new Error(`the server under test did not start:\n${output()}`);
  }
  return { url, port, pid, output, stop, kill };
}

/** What it says once all of its processes take requests. */
const GREETING = "Lineup is at";

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
