import { say } from "../say";
import { type Load, type Measured, median } from "./load";

/** How much slower the large company may be than the small one, and than a page with nothing on it. */
export const GOALS = { toSmall: 1.2, toEmpty: 2.5 };

/** Prints a line for every query and answers those that missed a goal. */
export function tellRatios(measured: Measured[], goals = GOALS): string[] {
  const missed: string[] = [];
  say(line(["", "req/s small", "req/s large", "large : small", "large : empty", "CPU ms large", "CPU ms empty"]));
  for (const { name, loads } of measured) {
    const [toSmall, toEmpty] = [ratio(loads.large, loads.small), ratio(loads.large, loads.empty)];
    if (toSmall > goals.toSmall || toEmpty > goals.toEmpty) missed.push(name);
    const speeds = [loads.small, loads.large].map((side) => speed(side).toFixed(0));
    const ratios = [marked(toSmall, goals.toSmall), marked(toEmpty, goals.toEmpty)];
    say(line([name, ...speeds, ...ratios, cpu(loads.large).toFixed(1), cpu(loads.empty).toFixed(1)]));
  }
  return missed;
}

const speed = (loads: Load[]) => median(loads.map((load) => load.perSecond));
const cpu = (loads: Load[]) => median(loads.map((load) => load.cpuMs ?? Number.NaN));

/** How many times slower, round by round, so that what slowed a whole round down falls out. */
const ratio = (slow: Load[], fast: Load[]) =>
  median(slow.map((load, round) => (fast[round]?.perSecond ?? 0) / load.perSecond));

const marked = (found: number, goal: number) => `${found.toFixed(2)}${found > goal ? " !" : "  "}`;

const line = ([name = "", ...cells]: string[]) => name.padEnd(22) + cells.map((cell) => cell.padStart(15)).join("");
