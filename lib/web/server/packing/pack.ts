import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { pathOf } from "../refusal/refusal";
import { packedFile } from "./packed-files";

/** What lists give as files is as long as it is, and leaves while it is read: Next packs that as it goes. */
const isDownload = (path: string) => /\/(export|failures)$|^\/inbox\/media\//.test(path);

const PACKS = /^(text\/(html|css|plain|x-component)|application\/(javascript|json)|image\/svg\+xml)/;

/** Below a packet's size there is nothing to gain, above this no page of ours. */
const [LEAST, MOST] = [1000, 4_000_000];

/**
 * An answer is gathered, packed in one piece and sent in one: a page is whole before any of it can be drawn, and dozens of
 * pieces, each packed and written by itself, were a tenth of what it cost. docs/budget.md has the figures.
 */
export function pack(req: IncomingMessage, res: ServerResponse): void {
  if (isDownload(pathOf(req)) || req.method === "HEAD") return;
  const takes = String(req.headers["accept-encoding"]);
  // Nobody packs what is packed here.
  delete req.headers["accept-encoding"];
  const { writeHead, write, end, flushHeaders } = res;
  let gathered: Buffer[] | undefined;
  let size = 0;

  const letGo = () => {
    Object.assign(res, { writeHead, write, end, flushHeaders });
    const held = gathered ?? [];
    gathered = undefined;
    for (const chunk of held) res.write(chunk);
  };

  const gathers = () => {
    if (gathered) return true;
    const isWhole = res.statusCode !== 204 && res.statusCode !== 206 && res.statusCode !== 304;
    if (isWhole && PACKS.test(String(res.getHeader("content-type"))) && !res.hasHeader("content-encoding"))
      gathered = [];
    else letGo();
    return gathered !== undefined;
  };

  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const piece =
      typeof chunk === "string" ? Buffer.from(chunk, isEncoding(encoding) ? encoding : "utf8") : Buffer.from(chunk);
    gathered?.push(piece);
    size += piece.length;
  };

  Object.assign(res, {
    writeHead: (status: number, ...rest: string[]) => {
      res.statusCode = status;
      return gathers() ? res : res.writeHead(status, ...rest);
    },
    flushHeaders: () => gathers() || res.flushHeaders(),
    write: (chunk: unknown, ...rest: unknown[]) => {
      if (!gathers()) return Reflect.apply(res.write, res, [chunk, ...rest]);
      keep(chunk, rest[0]);
      called(rest);
      if (size > MOST) letGo();
      return true;
    },
    end: (chunk: unknown, ...rest: unknown[]) => {
      if (!gathers()) return Reflect.apply(res.end, res, [chunk, ...rest]);
      keep(chunk, rest[0]);
      const body = packed(pathOf(req), Buffer.concat(gathered ?? []), takes);
      gathered = undefined;
      Object.assign(res, { writeHead, write, end, flushHeaders });
      res.removeHeader("transfer-encoding");
      if (body.encoding) res.setHeader("content-encoding", body.encoding);
      res.appendHeader("vary", "accept-encoding");
      res.setHeader("content-length", body.bytes.length);
      const done = [chunk, ...rest].find((each) => typeof each === "function");
      return Reflect.apply(res.end, res, [body.bytes, ...(done ? [done] : [])]);
    },
  });
}

const isEncoding = (encoding: unknown): encoding is BufferEncoding =>
  typeof encoding === "string" && Buffer.isEncoding(encoding);

function called(rest: unknown[]) {
  const done = rest.find((each) => typeof each === "function");
  if (typeof done === "function") process.nextTick(() => Reflect.apply(done, undefined, []));
}

const takesIt = (takes: string, encoding: string) =>
  takes.split(",").some((each) => {
    const [name, ...how] = each
      .toLowerCase()
      .split(";")
      .map((part) => part.trim());
    return name === encoding && !how.some((quality) => /^q=0(\.0*)?$/.test(quality));
  });

type Packed = { bytes: Buffer; encoding?: string };

/** Quality 2 of brotli is smaller than gzip's usual 6, for a third of the time (measured on a list of 25 people). */
function packed(path: string, body: Buffer, takes: string): Packed {
  if (body.length < LEAST) return { bytes: body };
  if (takesIt(takes, "br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { bytes: packedFile(path, "br") ?? brotliCompressSync(body, { params }), encoding: "br" };
  }
  if (!takesIt(takes, "gzip")) return { bytes: body };
  return { bytes: packedFile(path, "gzip") ?? gzipSync(body, { level: 4 }), encoding: "gzip" };
}
