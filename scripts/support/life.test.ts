import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const SLEEP = `(await import("node:timers/promises")).setTimeout(300, undefined, { ref: false })`;

/** What a script says whose main is this. */
async function saidBy(main: string): Promise<string> {
  const script = `const { end, endWith, live } = await import("./scripts/support/life.ts"); await live(async () => { ${main} });`;
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

test("what waits for nothing that holds Node is done to its end, and so is what ends it", async () => {
  const work = `await ${SLEEP}; console.log("done");`;
  const ending = `endWith("it", async () => { await ${SLEEP}; console.log("ended"); }); await end(0);`;
  expect(await Promise.all([saidBy(work), saidBy(ending)])).toEqual(["done\n", "ended\n"]);
});
