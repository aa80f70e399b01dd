import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { takeLock } from "./lock";
import { servesFrom } from "./pid-file";
import { beginningOf, isAlive } from "./process";

const folders: string[] = [];
const children: ChildProcess[] = [];

const lockFile = () => {
  const made = mkdtempSync(path.join(tmpdir(), "lineup-lock-"));
  folders.push(made);
  return path.join(made, "lock");
};

/** Takes the lock in a process whose parent never takes notice of its end, and gives its number. */
async function holderWithCarelessParent(file: string): Promise<number> {
  const code = `import { takeLock } from "./db/embedded/lock.ts"; takeLock(${JSON.stringify(file)}); setInterval(() => {}, 1000);`;
  const node = `"${process.execPath}" --import tsx --input-type=module -e '${code}'`;
  const parent = spawn("sh", ["-c", `${node} & echo $!; exec sleep 60`], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(parent);
  const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (said) => resolve(Number(said))));
  await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
  return pid;
}

const isZombie = (pid: number) => / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

describe("the lock", () => {
  it("is kept by a living process, and free once that has let go", () => {
    const file = lockFile();
    const mine = takeLock(file);
    expect(takeLock(file)).toEqual({ holder: process.pid });
    if ("release" in mine) mine.release();
    expect(takeLock(file)).toHaveProperty("release");
  });

  it.runIf(process.platform === "linux")("is not kept by a killed process that is still in the table", async () => {
    const file = lockFile();
    const pid = await holderWithCarelessParent(file);
    expect(takeLock(file)).toEqual({ holder: pid });
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isZombie(pid)).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(takeLock(file)).toHaveProperty("release");
  });

  it("is kept by a version that wrote the ticks alone, or a date with spaces", () => {
    const began = beginningOf(process.pid) ?? "";
    for (const said of [began.split("@")[0], began.replaceAll("_", "  ")]) {
      const file = lockFile();
      writeFileSync(file, `${process.pid} ${said}`);
      expect(takeLock(file)).toEqual({ holder: process.pid });
    }
  });

  it.each([
    ["another program that has the number by now", `${process.pid} 1@1`],
    ["another with a beginning that begins like it", `${process.pid} ${(beginningOf(process.pid) ?? "").slice(0, 3)}`],
    ["nobody's beginning", `${process.pid}`],
    ["a number that nobody has", `4194303 ${beginningOf(process.pid)}`],
    ["nothing", ""],
    ["nonsense", "\0\0 lock"],
    ["everybody", `-1 ${beginningOf(process.pid)}`],
  ])("is not kept by %s", (_, content) => {
    const file = lockFile();
    writeFileSync(file, content);
    expect(takeLock(file)).toHaveProperty("release");
    expect(readFileSync(file, "utf8")).toBe(`${process.pid} ${beginningOf(process.pid)}`);
  });

  it("is not kept by a folder of its name, nor by what a killed process of our number left", () => {
    const file = lockFile();
    mkdirSync(path.join(file, "deep"), { recursive: true });
    expect(takeLock(file)).toHaveProperty("release");
    const other = lockFile();
    writeFileSync(other, `${process.pid} 1@1`);
    linkSync(other, `${other}.${process.pid}`);
    expect(takeLock(other)).toHaveProperty("release");
  });
});

describe("a postmaster", () => {
  it("is no other program that stands in its folder", async () => {
    const data = path.dirname(lockFile());
    const other = spawn("sleep", ["60"], { cwd: data });
    children.push(other);
    await new Promise((resolve) => other.once("spawn", resolve));
    expect(servesFrom(other.pid ?? 0, data)).toBe(false);
  });
});
