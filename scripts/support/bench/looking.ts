import { setTimeout as sleep } from "node:timers/promises";

export type Door = { url: string; cookie: string };

export const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)] ?? Number.NaN;

/** Somebody looks at a page five times a second, for so long: the milliseconds of each time. */
export async function looking({ url, cookie }: Door, path: string, seconds: number): Promise<number[]> {
  const looks = Array.from({ length: seconds * 5 }, async (_, at) => {
    await sleep(at * 200);
    const began = performance.now();
    const answer = await fetch(`${url}${path}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return performance.now() - began;
  });
  return Promise.all(looks);
}
