import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Each has asked for one thing and stays open. How many MiB more the server holds for all of them. */
export async function idleConnections(url: string, count: number, memory: () => number): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const before = memory();
  const open = async () => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`GET /api/health HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    await new Promise((resolve, reject) => socket.once("data", resolve).once("error", reject));
    return socket.resume();
  };
  const sockets: Socket[] = [];
  for (let opened = 0; opened < count; opened += 50)
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(50, count - opened) }, open))));
  await sleep(2000);
  const closed = sockets.filter((socket) => socket.closed || socket.readableEnded).length;
  if (closed > 0) throw new Error(`${closed} of ${count} were closed`);
  const held = memory() - before;
  for (const socket of sockets) socket.destroy();
  return held;
}
