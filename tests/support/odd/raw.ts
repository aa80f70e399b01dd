import { connect } from "node:net";

export type RawRequest = {
  method: string;
  path: string;
  headers: [string, string][];
  body: Buffer;
  /** How the body is sent, or whether its length is a lie. */
  framing: "length" | "chunks" | "lie";
};

export type RawAnswer = { status: number; ms: number; body: string };

/** Longer than any answer may take, on a machine however busy: then the server hangs. */
const HANG = 20_000;

/** Sends bytes that no well-behaved client would, over a connection of their own. Status 0: closed without a word. */
export function send(port: number, request: RawRequest): Promise<RawAnswer> {
  const bytes = bytesOf(request);
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let said = "";
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
      socket.write(bytes);
      // Who has promised more than there is would wait for half a minute.
      if (request.framing === "lie") socket.end();
    });
    socket.setTimeout(HANG, () => socket.destroy(new Error(`no answer in ${HANG} ms to ${inWords(request)}`)));
    socket.on("data", (data) => {
      said += data.toString("latin1");
    });
    socket.on("end", () => socket.end());
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
      resolve({ status, ms: performance.now() - began, body: said.slice(said.indexOf("\r\n\r\n") + 4) });
    });
  });
}

export const inWords = ({ method, path, headers, body, framing }: RawRequest) =>
  JSON.stringify({ method, path, headers, framing, bytes: body.length, body: body.toString("latin1") }).slice(0, 1500);

function bytesOf({ method, path, headers, body, framing }: RawRequest) {
  const framed =
    framing === "chunks"
      ? ["Transfer-Encoding: chunked"]
      : [`Content-Length: ${body.length + (framing === "lie" ? 9 : 0)}`];
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines, ...framed, "", ""];
  const chunks = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
  const sent = framing !== "chunks" ? body : body.length > 0 ? chunks : Buffer.from("0\r\n\r\n");
  return Buffer.concat([Buffer.from(head.join("\r\n"), "latin1"), sent]);
}
