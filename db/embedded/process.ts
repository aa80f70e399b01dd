import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** For programs that we start: variables of whoever starts us (PGDATA, PGOPTIONS, LANG…) must not reach them. */
export const CLEAN: NodeJS.ProcessEnv = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin", NODE_ENV: "production" };

type Seen = { state: string; began: string };

/**
 * When a living process began, which tells it from another that is given its number later: clock ticks and the boot they
 * count from on Linux, a date elsewhere, "" where nobody tells. `undefined`: it has ended, also when its parent has not
 * taken notice yet (a zombie).
 */
export function beginningOf(pid: number): string | undefined {
  if (!hasNumber(pid)) return undefined;
  const seen = process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  return seen && !/^[ZXx]/.test(seen.state) ? seen.began : undefined;
}

export const isAlive = (pid: number) => beginningOf(pid) !== undefined;

/** A zombie keeps its number. */
function hasNumber(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** proc(5): the state is the third field and the beginning the 22nd, counted behind the name, which may hold anything. */
function fromProc(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { state: fields[0] ?? "", began: `${fields[19]}@${boot}` };
  } catch {
    return undefined; // It has ended between two looks.
  }
}

function fromPs(pid: number): Seen | undefined {
  try {
    const said = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
      env: CLEAN,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [state = "", ...began] = said.toString().trim().split(/\s+/);
    return { state, began: began.join("_") };
  } catch (error) {
    return isCode(error, "ENOENT") ? { state: "", began: "" } : undefined; // No such program, or no such process.
  }
}

export const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
