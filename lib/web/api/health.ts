import { readiness } from "../../health";
import type { Answered } from "./asked";

const json = (status: number, value: unknown): Answered => ({
  ...{ status, type: "application/json", body: JSON.stringify(value) },
});

/** Alive: the process answers. Says nothing about what it needs. */
export const alive = (): Answered => json(200, { status: "ok" });

/** 200 where this server can do its work, 503 where it should get no requests. A slow queue is told and turns nobody away. */
export async function ready(): Promise<Answered> {
  const state = await readiness();
  return json(state.ready ? 200 : 503, state);
}
