import type { Server } from "node:http";
import { createServer, type Server as NetServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";

/**
 * Where Next asks itself for what another page holds. A door of this process alone, and the last to close: what is still
 * being answered when no new requests are taken may need it. Gives its origin.
 */
export async function openInside(inside: Server): Promise<string> {
  await opened(inside, { port: 0, host: "127.0.0.1", exclusive: true });
  const address = inside.address();
  if (typeof address !== "object" || !address) throw new Error("a server without a port");
  return `http://127.0.0.1:${address.port}`;
}

/** Opens the server at each address of the settings. */
export async function listen(server: Server, port: number) {
  const [first, ...others] = env().hosts;
  const doors = await Promise.all(others.map((host) => door(server, port, host)));
  await opened(server, { port, host: first });
  return { drain: () => drain(server, [server, ...doors]) };
}

/** A second address of the same server. Where IPv6 is switched off there is none. */
async function door(server: Server, port: number, host: string): Promise<NetServer> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit("connection", socket));
  await opened(door, { port, host }).catch((error: unknown) => {
    if (!isAbsent(error)) throw error;
  });
  return door;
}

/** The address does not exist on this machine. */
export const isAbsent = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");

function opened(server: NetServer, where: { port: number; host: string | undefined; exclusive?: true }) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** A kept-alive connection becomes idle when its answer is out, so the idle ones are closed again and again. */
async function drain(server: Server, doors: NetServer[]) {
  const closed = Promise.all(doors.map((each) => new Promise((resolve) => each.close(resolve)))).then(() => true);
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    server.closeIdleConnections();
    if (await Promise.race([closed, sleep(25, false)])) return;
  }
  server.closeAllConnections();
}
