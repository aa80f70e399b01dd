import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "./place";
import { launch, type Running, signalPostmaster, stopPostmaster } from "./postmaster";

type Launch = Parameters<typeof launch>[1];

/** A server under our care, whoever started it. */
export type Kept = { port: number; stop: () => Promise<void>; interrupt: () => void };

/** Starts it, and again on the same port if it ends without being asked to, so that a crash is a pause. */
export async function keepRunning(place: Place, how: Launch): Promise<Kept> {
  let stopping = false;
  let running = await launchPatiently(place, how);
  const { port } = running;
  const watch = async () => {
    while (!stopping) {
      await running.exited;
      if (stopping) return;
      running = await launchPatiently(place, { ...how, port });
      if (stopping) await stopPostmaster(running.pid, place.data);
    }
  };
  const watching = watch().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  });
  return {
    port,
    stop: async () => {
      stopping = true;
      // Whoever has nothing else to do would end before it has, as if all had been done.
      running.hold();
      await stopPostmaster(running.pid, place.data);
      await watching;
    },
    interrupt: () => signalPostmaster(running.pid, place.data, "SIGINT"),
  };
}

/** One that a killed launcher left behind: nobody tells us when it ends. */
export const adopt = ({ pid, port }: Running, { data }: Place): Kept => ({
  port,
  stop: () => stopPostmaster(pid, data),
  interrupt: () => signalPostmaster(pid, data, "SIGINT"),
});

/** The workers of a server that was killed outright hold its memory for a moment, so it is tried three times. */
async function launchPatiently(place: Place, how: Launch) {
  for (let left = 2; ; left--) {
    try {
      return await launch(place, how);
    } catch (error) {
      if (left === 0) throw error;
      await sleep(500);
    }
  }
}
