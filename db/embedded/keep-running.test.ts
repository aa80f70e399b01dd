import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** Ends a second after it has said so itself, as a server may that is waited for by nobody else. */
const SERVER = `#!/bin/sh
printf '%s\\n%s\\n0\\n%s\\n\\n\\n\\nready\\n' "$$" "$2" "$4" > "$2/postmaster.pid"
sleep 1
rm "$2/postmaster.pid"
sleep 1
`;

test("whoever stops it goes on once it has ended, also with nothing else to do", () => {
  const home = mkdtempSync(path.join(tmpdir(), "lineup-keep-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const [data, program, script] = ["data", "server", "stop.mts"].map((name) => path.join(home, name));
  mkdirSync(data ?? "");
  writeFileSync(program ?? "", SERVER);
  chmodSync(program ?? "", 0o755);
  const place = { dir: home, home, data, password: "", user: null };
  writeFileSync(
    script ?? "",
    `import { keepRunning } from ${JSON.stringify(path.resolve("db/embedded/keep-running.ts"))};
     const { stop } = await keepRunning(${JSON.stringify(place)}, { program: ${JSON.stringify(program)}, settings: {} });
     await stop();
     process.stdout.write("went on");`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script ?? ""], { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "went on", stderr: "" });
});
