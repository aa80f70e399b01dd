import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

export type BenchCarrier = {
  url: string;
  pid: number;
  /** How many texts it has taken. */
  taken: () => Promise<number>;
  close: () => Promise<void>;
};

export async function benchCarrier(): Promise<BenchCarrier> {
  const child = fork(new URL("./serve-carrier.ts", import.meta.url));
  const url = String(await said(child));
  return {
    url,
    pid: child.pid ?? 0,
    taken: async () => {
      child.send("how many");
      return Number(await said(child));
    },
    close: async () => {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}

async function said(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, "message");
  return message;
}
