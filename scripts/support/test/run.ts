import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { environmentFor } from "@/tests/support/run/env";
import { endWith } from "../life";

type Options = {
  env?: Record<string, string>;
  silent?: boolean;
  cwd?: string;
  /** Hears each line. */
  tell?: (line: string) => void;
};

/** Runs a program of node_modules, and shows what it says unless it is silent or somebody hears it. Ends with us, politely first. */
export async function run(program: string, args: string[], options: Options = {}): Promise<number> {
  const { env = {}, silent = false, cwd = ".", tell } = options;
  const output = tell ? "pipe" : silent ? "ignore" : "inherit";
  const child = spawn(path.resolve("node_modules/.bin", program), args, {
    cwd,
    env: environmentFor(env),
    stdio: ["ignore", output, output],
    // A group of its own, so that Ctrl-C reaches it through us, once.
    detached: true,
  });
  for (const input of [child.stdout, child.stderr]) if (input && tell) createInterface({ input }).on("line", tell);
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
  return code;
}
