import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { inTurn } from "@/lib/web/server/in-turn";
import { wrap } from "@/lib/web/server/wrap";

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
/** Without a length of its own in the headers a body is sent in chunks. */
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

/** A server around `handler` instead of Next, until the test is over. */
export async function serving(handler: Handler, options: Partial<Parameters<typeof wrap>[1]> = {}) {
  const wrapped = wrap(handler, { appUrl: "http://lineup.test", trustProxy: 0, dev: false, ...options });
  const server = createServer(inTurn(wrapped));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, ask: (path: string, asked: Asked = {}) => ask(port, path, asked) };
}

const ask = (port: number, path: string, { method = "GET", headers = {}, body = "" }: Asked) =>
  new Promise<Answer>((resolve, reject) => {
    const asking = request({ port, path, method, headers }, (res) => {
      let said = "";
      res.on("data", (chunk) => {
        said += chunk;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: said }));
    });
    asking.on("error", reject);
    if (body) asking.write(body);
    asking.end();
  });

/** Answers with the headers that Next would see. */
export const seen: Handler = (req, res) => res.end(JSON.stringify(req.headers));
