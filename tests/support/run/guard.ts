import { spawn } from "node:child_process";

/** As dash understands it, too: to its own `kill -KILL --` a group is no number. */
export const KILL_GROUP = 'kill -s KILL -- "-$0"';

/** Ends the PostgreSQL of the folder `$d` at once, unless its number is another program's by now. */
export const QUIT_POSTGRES =
  'p=$(head -n 1 "$d/postgres/data/postmaster.pid"); case $(cat "/proc/$p/comm" || ps -o comm= -p "$p") in *postgres*) kill -QUIT "$p";; esac';

/**
 * Runs a shell command (`$0` is the argument) when this process ends in whatever way, by kill -9 too: a shell waits for
 * our end of its pipe to close. Returns how to call it off.
 */
export function whenWeEnd(command: string, argument: string): () => void {
  const shell = spawn("sh", ["-c", `trap "" INT; cat > /dev/null; ${command}`, argument], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.unref();
  if ("unref" in shell.stdin && typeof shell.stdin.unref === "function") shell.stdin.unref();
  return () => {
    shell.kill("SIGKILL");
  };
}
