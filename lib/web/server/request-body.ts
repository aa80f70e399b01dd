import { IncomingMessage } from "node:http";

/** Nobody's connection cuts a form into crumbs; a thousand of them cost more than all they hold. */
const FEWEST_BYTES = 100;
const SPARE_PIECES = 200;

/** The whole body; nothing where more than `most` bytes are said to come or do come; never, if the client leaves. */
export function bodyOf(req: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer> | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    if (Number(req.headers["content-length"] ?? 0) > most) return resolve(undefined);
    req.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      const areCrumbs = chunks.length > SPARE_PIECES + most / FEWEST_BYTES;
      if (bytes <= most && !areCrumbs) return void chunks.push(chunk);
      // A browser reads the page about it only once all is sent.
      chunks.length = 0;
      resolve(undefined);
    });
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.on("error", () => {}); // The connection is gone, and the answer with it.
  });
}

/** The same request with a body that has been read already. */
export function withBody(req: IncomingMessage, { body, type }: { body: Buffer; type: string }): IncomingMessage {
  const { "transfer-encoding": _, "content-encoding": __, ...headers } = req.headers;
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = req;
  const again = Object.assign(new IncomingMessage(req.socket), {
    ...{ method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders },
    headers: { ...headers, "content-type": type, "content-length": String(body.length) },
    complete: true,
  });
  again.push(body);
  again.push(null);
  return again;
}
