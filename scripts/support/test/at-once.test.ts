import { setImmediate as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { allAtOnce, type Job } from "./at-once";

/** Jobs that write down when they begin and end; those named so fail. */
function jobs(order: Omit<Job, "work">[], failing: string[] = []) {
  const told: string[] = [];
  const work = async (name: string) => {
    told.push(`${name} begins`);
    for (let at = 0; at < 5; at++) await pause();
    told.push(`${name} ends`);
    return failing.includes(name) ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
  };
  return { told, list: order.map((job): Job => ({ ...job, work: () => work(job.name) })) };
}

test("so many run at once, and the first whose turn has come is next", async () => {
  const { told, list } = jobs([{ name: "a" }, { name: "b", after: ["a"] }, { name: "c" }, { name: "d" }]);
  const counts = await allAtOnce(list, 2);
  expect(told.slice(0, 2)).toEqual(["a begins", "c begins"]);
  expect(told.indexOf("b begins")).toBeGreaterThan(told.indexOf("a ends"));
  expect(told.indexOf("d begins")).toBeGreaterThan(told.indexOf("b begins"));
  expect([...counts.keys()].sort()).toEqual(["a", "b", "c", "d"]);
});

test("what needs one that failed is not begun, and what only comes after it is", async () => {
  const order = [{ name: "a" }, { name: "b", needs: ["a"] }, { name: "c", after: ["b"] }];
  const { told, list } = jobs(order, ["a"]);
  const counts = await allAtOnce(list, 2);
  expect(told).toEqual(["a begins", "a ends", "c begins", "c ends"]);
  expect(counts.get("a")).toEqual({ passed: 0, failed: 1 });
});

test("a job that waits for one that is not there is no job that passed", async () => {
  await expect(allAtOnce(jobs([{ name: "a", needs: ["b"] }]).list, 2)).rejects.toThrow("a");
});
