import { stripVTControlCharacters } from "node:util";
import { complain, say } from "../say";
import type { Job } from "./at-once";
import type { Count } from "./count";
import { run } from "./run";

type Program = (program: string, args: string[], env?: Record<string, string>) => Promise<number>;

/** What a suite is made with: it runs programs whose lines are shown under its name, and says more itself. */
export type Teller = { program: Program; tell: (line: string) => void };

type Suite = Omit<Job, "work"> & { work: (teller: Teller) => Promise<Count> };

const PASSED = /^\s*(✓|ok\b)/;

/** For each suite that failed what it said but for what passed, so that it stands at the end in one piece. */
const failures: string[] = [];

export function suite({ name, work, ...order }: Suite): Job {
  const said: string[] = [];
  const tell = (text: string) => {
    const line = stripVTControlCharacters(text);
    say(`${name} │ ${line}`);
    if (!PASSED.test(line)) said.push(line);
  };
  const program: Program = async (file, args, env = {}) => {
    const code = await run(file, args, { env, tell });
    if (code !== 0) tell(`${file} ended with code ${code}.`);
    return code;
  };
  return {
    name,
    ...order,
    work: async () => {
      const began = Date.now();
      say(`${name} …`);
      const count = await work({ program, tell });
      const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
      say(`${count.failed > 0 ? "✗" : "✓"} ${name}: ${count.passed} passed, ${count.failed} failed in ${took}`);
      if (count.failed > 0) failures.push([`\n✗ ${name}`, ...said].join("\n"));
      return count;
    },
  };
}

export function complainOfFailures() {
  for (const each of failures) complain(each);
}

/** One that passes or fails as a whole. */
export const check = ({ work, ...suiteOf }: Omit<Suite, "work"> & { work: (teller: Teller) => Promise<number> }): Job =>
  suite({
    ...suiteOf,
    work: async (teller) => ((await work(teller)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  });
