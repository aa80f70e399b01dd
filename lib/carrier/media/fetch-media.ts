import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as safeRequest } from "node:https";
import pLimit from "p-limit";
import { env } from "../../env";
import { log } from "../../log";
import { mediaKind } from "./media-kind";
import { mayBePublic, publicLookup } from "./public-address";

/** Twilio takes five megabytes in. */
const MOST_BYTES = 10 * 1024 * 1024;

/** The page that waits is told of a failure after ten seconds. */
const PATIENCE = 8000;

const MOST_HOPS = 3;

/** Each is held in memory as a whole. */
const fewAtOnce = pLimit(4);

export type Missed = "gone" | "too large" | "of no kind" | "no answer";
export type Fetched = { bytes: Buffer; type: string; ending: string } | { missed: Missed };

const TWILIO = "https://api.twilio.com";

/** The carrier's own: Twilio's, and where `TWILIO_BASE_URL` stands in for it, that one in its place. */
function atCarrier(address: string): URL | undefined {
  if (!env().twilioAccountSid || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const base = new URL(env().twilioBaseUrl ?? TWILIO);
  const isTwilio = url.origin === TWILIO;
  if (isTwilio || url.origin === base.origin) return new URL(`${base.origin}${url.pathname}${url.search}`);
  return undefined;
}

/**
 * What hangs on a customer's text. It is asked for at the carrier alone, which shows where it lies: there without
 * our credentials, over TLS, and nowhere but on the open net.
 */
export async function fetchMedia(address: string, type: string | null): Promise<Fetched> {
  const url = atCarrier(address);
  if (!url) return { missed: "gone" };
  // Also of who waits behind others: whoever is answered later is answered by a page that failed.
  const deadline = AbortSignal.timeout(PATIENCE);
  try {
    return await fewAtOnce(() => fetchFrom(url, { type, deadline }));
  } catch (error) {
    log.error("media.failed", error);
    return { missed: "no answer" };
  }
}

async function fetchFrom(first: URL, { type, deadline }: { type: string | null; deadline: AbortSignal }) {
  let url = first;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const answer = await ask(url, { isOwn: url.origin === first.origin, deadline });
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode > 399 || !headers.location) return take(answer, type);
    answer.destroy();
    url = new URL(headers.location, url);
  }
  throw new Error("shown around");
}

function ask(url: URL, { isOwn, deadline }: { isOwn: boolean; deadline: AbortSignal }): Promise<IncomingMessage> {
  const { twilioAccountSid, twilioAuthToken } = env();
  if (!isOwn && (url.protocol !== "https:" || !mayBePublic(url.hostname))) throw new Error("not on the open net");
  const request = url.protocol === "https:" ? safeRequest : plainRequest;
  const how = isOwn ? { auth: `${twilioAccountSid}:${twilioAuthToken}` } : { auth: "", lookup: publicLookup };
  return new Promise((resolve, reject) => {
    const headers = { accept: "*/*", "accept-encoding": "identity" };
    request(url, { ...how, agent: false, headers, signal: deadline }, resolve)
      .on("error", reject)
      .end();
  });
}

async function take(answer: IncomingMessage, told: string | null): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  const missed = (why: Missed): Fetched => {
    answer.destroy();
    return { missed: why };
  };
  if (statusCode === 404 || statusCode === 410) return missed("gone");
  if (statusCode !== 200) return missed("no answer");
  const said = headers["content-type"] ?? "application/octet-stream";
  const kind = mediaKind(said.startsWith("application/octet-stream") ? told : said);
  if (!kind) return missed("of no kind");
  if (Number(headers["content-length"] ?? 0) > MOST_BYTES) return missed("too large");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MOST_BYTES) return missed("too large");
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), type: kind.type, ending: kind.ending };
}
