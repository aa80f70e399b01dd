import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { log } from "@/lib/log";
import { bareHeaders } from "../headers";

/** What Node makes of a request that it can't read, as its own answers have it. */
const WORDS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Payload Too Large",
  431: "Request Header Fields Too Large",
};

const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what never becomes a request of ours as Node would, but with our headers, and closes the connection. */
export function answerClientErrors(server: Server, { https }: { https: boolean }) {
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on("request", (req: IncomingMessage, res: ServerResponse) => {
    const answers = open.get(req.socket) ?? new Set();
    open.set(req.socket, answers.add(res));
    res.once("close", () => answers.delete(res));
  });
  const answer = (socket: Duplex, status: number, why: string, more: [string, string][] = []) => {
    // Bytes in the middle of another answer would be read as part of it.
    const hasBegun = [...(open.get(socket) ?? [])].some((res) => res.headersSent);
    if (hasBegun || !socket.writable) return void socket.destroy();
    log.info("request.unreadable", { status, why });
    const headers = [...bareHeaders({ https }), ["date", new Date().toUTCString()], ["connection", "close"], ...more];
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${status} ${WORDS[status]}\r\n${lines}content-length: 0\r\n\r\n`, () => socket.destroy());
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") return void socket.destroy();
    answer(socket, STATUS[error.code ?? ""] ?? 400, error.code ?? error.name);
  });
  server.on("connect", (_, socket) => answer(socket, 405, "CONNECT", [["allow", "GET, HEAD, POST, OPTIONS"]]));
}
