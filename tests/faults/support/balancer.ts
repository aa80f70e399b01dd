import { createServer, request } from "node:http";
import { freePort } from "@/db/embedded/free-port";
import { randomFrom } from "./random";

export type Balancer = {
  url: string;
  /** The ports of the servers behind it. */
  ports: number[];
  /** The one that all is sent to; without it each request goes to any. */
  only?: number | undefined;
  /** Whether a server still owes an answer to something that was sent to it. */
  isAsked: (server: number) => boolean;
  close: () => Promise<void>;
};

/** What stands before several servers, picks one for each request, and remembers nobody. */
export async function startBalancer(seed: number): Promise<Balancer> {
  const random = randomFrom(seed);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const asked: (number | undefined)[] = [];
  const server = createServer((req, res) => {
    const { ports, only } = balancer;
    const to = ports[only ?? Math.floor(random() * ports.length)];
    const headers = {
      ...req.headers,
      "x-forwarded-for": req.socket.remoteAddress ?? "",
      "x-forwarded-host": req.headers.host ?? "",
      "x-forwarded-proto": "http",
    };
    const where = { port: to, host: "localhost", path: req.url, method: req.method, agent: false };
    asked.push(to);
    res.once("close", () => asked.splice(asked.indexOf(to), 1));
    const passed = request({ ...where, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(res);
    });
    passed.on("error", () => res.destroy());
    req.pipe(passed);
  });
  const balancer: Balancer = {
    url,
    ports: [],
    isAsked: (at) => asked.includes(balancer.ports[at]),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((ready) => server.listen(port, ready));
  return balancer;
}
