import { type Agent, request as overHttp } from "node:http";
import { request as overTls } from "node:https";
import { stringify } from "node:querystring";

type Asked = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** None: there is nothing to send. */
  body: string | undefined;
  agent: Agent | undefined;
  /** Called when all of it has been handed to the network. */
  left?: (() => void) | undefined;
  /** For all of it, whatever trickles in meanwhile. */
  timeoutMs: number;
};

/** It ended before its connection stood: nothing of it has left, whatever had gone wrong. */
export class NeverLeft extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
    this.name = "NeverLeft";
  }
}

type Answered = { statusCode: number; body: string; headers: Record<string, unknown> };

/** One request and its answer, whatever that says; no redirect is followed and nothing is tried again. */
export const exchange = ({ method, url, headers, body, agent, left, timeoutMs }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const isTls = url.protocol === "https:";
    const ask = isTls ? overTls : overHttp;
    let stands = false;
    const fail = (error: Error) => reject(stands ? error : new NeverLeft(error));
    const request = ask(url, { method, headers: { ...headers, ...lengthOf(body) }, agent }, (response) => {
      let said = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        said += piece;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({ statusCode: response.statusCode ?? 0, body: said, headers: response.headers }),
      );
    });
    const timer = setTimeout(() => {
      fail(new Error(`no answer within ${timeoutMs} ms`));
      request.destroy();
    }, timeoutMs);
    if (left) request.once("finish", left);
    request.once("socket", (socket) => {
      // One that was used before, or that a proxy has opened, has nothing more to tell.
      stands = request.reusedSocket || !socket.connecting;
      const stand = () => {
        stands = true;
      };
      if (!stands) socket.once(isTls ? "secureConnect" : "connect", stand);
    });
    request.on("error", fail);
    request.on("close", () => clearTimeout(timer));
    request.end(body);
  });

const lengthOf = (body: string | undefined) =>
  body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };

/** As forms and addresses hold them; a list is its name again and again. */
export const formed = (fields: object | undefined): string =>
  stringify(Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)));
