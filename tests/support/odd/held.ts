import type { TestServer } from "../run/server";

export const METRICS_TOKEN = "the-token-of-the-tests";

/** What the serving processes' own figures say: since they began, and the longest pause since they were asked last. */
async function figuresOf({ url }: TestServer) {
  const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const text = await answer.text();
  const figure = (name: string) => 1000 * Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  return { worked: figure("process_cpu_seconds_total"), paused: figure("nodejs_eventloop_lag_max_seconds") };
}

/**
 * For how many milliseconds some work kept a process of the server from everything else: no longer than it worked (a busy
 * machine makes any process pause), and no longer than it paused (passwords are hashed beside it).
 */
export async function heldBy(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  const before = await figuresOf(server);
  await work();
  const { worked, paused } = await figuresOf(server);
  return Math.min(worked - before.worked, paused);
}

/** The middle of some tries: the least may be none at all, where the pause fell between two looks. */
export async function usuallyHeldBy(server: TestServer, tries: number, work: () => Promise<unknown>): Promise<number> {
  const held: number[] = [];
  for (let at = 0; at < tries; at++) held.push(await heldBy(server, work));
  return held.sort((a, b) => a - b)[Math.floor(tries / 2)] ?? 0;
}

/** The least of some tries, or the first that is little enough: what holds a process by itself does so each time. */
export async function leastHeldBy(
  server: TestServer,
  { tries, enough }: { tries: number; enough: number },
  work: () => Promise<unknown>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < tries && least > enough; at++) least = Math.min(least, await heldBy(server, work));
  return least;
}
