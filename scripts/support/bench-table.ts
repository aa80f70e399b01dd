import { type Load, median, type Target } from "./bench-load";
import { say } from "./say";

/** How much slower the large company may be than the small one, and than a page with nothing on it. */
export const GOALS = { toSmall: 1.2, toEmpty: 2.5 };

export type Row = { name: string; small: Target; large: Target };

/** Prints a line for every query and answers those that missed a goal. */
export function tellRatios(rows: Row[], empty: Target, loads: Map<Target, Load[]>): string[] {
  const of = (target: Target) => loads.get(target) ?? [];
  const speed = (target: Target) => median(of(target).map((load) => load.perSecond));
  const cpu = (target: Target) => median(of(target).map((load) => load.cpuMs ?? Number.NaN));
  // Round by round, so that what slowed a whole round down falls out.
  const ratio = (slow: Target, fast: Target) =>
    median(of(slow).map((load, round) => (of(fast)[round]?.perSecond ?? 0) / load.perSecond));

  const missed: string[] = [];
  say(line(["", "req/s small", "req/s large", "large : small", "large : empty", "CPU ms large"]));
  for (const { name, small, large } of rows) {
    const [toSmall, toEmpty] = [ratio(large, small), ratio(large, empty)];
    const misses = toSmall > GOALS.toSmall || toEmpty > GOALS.toEmpty;
    if (misses) missed.push(name);
    say(
      line([
        name,
        speed(small).toFixed(0),
        speed(large).toFixed(0),
        `${toSmall.toFixed(2)}${toSmall > GOALS.toSmall ? " !" : "  "}`,
        `${toEmpty.toFixed(2)}${toEmpty > GOALS.toEmpty ? " !" : "  "}`,
        cpu(large).toFixed(1),
      ]),
    );
  }
  say(line(["empty page", "", speed(empty).toFixed(0), "", "", cpu(empty).toFixed(1)]));
  return missed;
}

const line = ([name = "", ...cells]: string[]) => name.padEnd(22) + cells.map((cell) => cell.padStart(15)).join("");
