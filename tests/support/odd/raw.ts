import { connect } from "node:net";

export type RawRequest = {
  method: string;
  path: string;
  headers: [string, string][];
  body: Buffer;
  /** How the body is sent: in a chunk, in very many; or whether its length is a lie. */
  framing: "length" | "chunks" | "crumbs" | "lie";
  /** So often in one packet. */
  times?: number;
};

/** `status`: the worst of all answers. `location`: where the last of them leads. */
export type RawAnswer = { status: number; location: string };

/** Longer than any answer may take, on a machine however busy: then the server hangs. */
const HANG = 20_000;

/** Sends bytes that no well-behaved client would, over a connection of their own. Status 0: closed without a word. */
export function send(port: number, request: RawRequest): Promise<RawAnswer> {
  const bytes = bytesOf(request);
  return new Promise((resolve, reject) => {
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
      const statuses = [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      const location = /^location: (\S*)/im.exec(said)?.[1] ?? "";
      resolve({ status: Math.max(0, ...statuses), location });
    });
  });
}

export const inWords = ({ method, path, headers, body, framing }: RawRequest) =>
  JSON.stringify({ method, path, headers, framing, bytes: body.length, body: body.toString("latin1") }).slice(0, 1500);

function bytesOf({ times = 1, ...request }: RawRequest) {
  const others = Array.from({ length: times - 1 }, () => bytesOfOne(request, "keep-alive"));
  return Buffer.concat([...others, bytesOfOne(request, "close")]);
}

function bytesOfOne({ method, path, headers, body, framing }: RawRequest, connection: string) {
  const isInPieces = framing === "chunks" || framing === "crumbs";
  const framed = isInPieces
    ? ["Transfer-Encoding: chunked"]
    : [`Content-Length: ${body.length + (framing === "lie" ? 9 : 0)}`];
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    `Connection: ${connection}`,
    ...lines,
    ...framed,
    "",
    "",
  ];
  return Buffer.concat([Buffer.from(head.join("\r\n"), "latin1"), isInPieces ? chunked(body, framing) : body]);
}

const MOST_CRUMBS = 20_000;

function chunked(body: Buffer, framing: "chunks" | "crumbs") {
  const size = Math.ceil(Math.max(body.length, 1) / (framing === "crumbs" ? MOST_CRUMBS : 1));
  const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, at) => {
    const piece = body.subarray(at * size, (at + 1) * size);
    return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
  });
  return Buffer.concat([...pieces, Buffer.from("0\r\n\r\n")]);
}
