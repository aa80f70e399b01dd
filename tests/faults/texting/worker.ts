import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { AUTH_SECRET, environmentFor } from "@/tests/support/run/env";
import { KILL_GROUP, whenWeEnd } from "@/tests/support/run/guard";

export type TextingWorker = {
  /** With -9, as it is. */
  kill: () => Promise<void>;
  /** Whether it ended by itself, which it never does. */
  hasEnded: () => boolean;
};

/** `npm run worker`, alone; `program`: the one with a bug in it. */
export function startTextingWorker(
  settings: Record<string, string>,
  where: { log: string; program?: string | undefined },
): TextingWorker {
  const file = openSync(where.log, "a");
  const script = where.program ? [where.program] : [path.resolve("scripts/run.mjs"), "worker"];
  const child = spawn(process.execPath, script, {
    env: environmentFor({ AUTH_SECRET, ...settings }),
    stdio: ["ignore", file, file],
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
  return {
    kill: async () => {
      if (!state.gone) process.kill(-pid, "SIGKILL");
      await gone;
      callOff();
    },
    hasEnded: () => state.gone,
  };
}
