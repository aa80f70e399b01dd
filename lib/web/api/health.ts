import { readiness } from "../../health";

/** Alive: the process answers. Says nothing about what it needs. */
export const alive = () => Response.json({ status: "ok" });

/** 200 where this server can do its work, 503 where it should get no requests. A slow queue is told and turns nobody away. */
export async function ready(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503 });
}
