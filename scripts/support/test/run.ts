import { spawn } from "node:child_process";
import path from "node:path";
import { environmentFor } from "@/tests/support/run/env";
import { endWith } from "../life";

type Options = { env?: Record<string, string>; quiet?: boolean; silent?: boolean; cwd?: string };

/** Runs a program of node_modules. A quiet one shows what it said only when it fails, a silent one never. Ends with us, politely first. */
export async function run(program: string, args: string[], options: Options = {}): Promise<number> {
  const { env = {}, silent = false, quiet = silent, cwd = "." } = options;
  const child = spawn(path.resolve("node_modules/.bin", program), args, {
    cwd,
    env: environmentFor(env),
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    // A group of its own, so that Ctrl-C reaches it through us, once.
    detached: true,
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<number>((resolve) => {
    child.once("close", (code) => resolve(code ?? 1)).once("error", () => resolve(127));
  });
  const state = { interrupted: false };
  endWith(program, async () => {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
    state.interrupted = true;
    process.kill(-child.pid, "SIGINT");
    await ended;
  });
  const code = await ended;
  // Whoever waits for the answer goes no further: everything is being ended.
  if (state.interrupted) await new Promise(() => {});
  if (code !== 0 && quiet && !silent) process.stdout.write(Buffer.concat(said));
  return code;
}
