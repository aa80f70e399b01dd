import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";

const STARTER = `import("./tests/support/run/guard.ts").then(({ KILL_GROUP, whenWeEnd }) => {
  whenWeEnd(KILL_GROUP, process.argv[1]);
  console.log("watching");
  setInterval(() => {}, 1000);
});`;

test("whoever is killed with -9 takes along the processes that it has started", async () => {
  const started = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  const gone = new Promise<"gone">((resolve) => started.once("exit", () => resolve("gone")));
  onTestFinished(() => void started.kill("SIGKILL"));
  const starter = spawn(process.execPath, ["--import", "tsx", "-e", STARTER, String(started.pid)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void starter.kill("SIGKILL"));
  await new Promise((resolve) => starter.stdout.once("data", resolve));
  starter.kill("SIGKILL");
  expect(await Promise.race([gone, sleep(10_000, "there")])).toBe("gone");
});
