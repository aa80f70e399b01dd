import { createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export const ACCOUNT_SID = "AC00000000000000000000000000000001";
export const AUTH_TOKEN = "a-token-for-the-tests";

export type Carried = {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: "inbound" | "outbound-api";
  status: string;
  error_code: number | null;
  date_created: string;
  date_sent: string | null;
  num_media: string;
  /** By type; of a text that says of more of them those are gone. */
  media?: string[] | undefined;
  callback?: string | undefined;
};

/**
 * What to do wrong. `cut`: take the text, then cut the line; `hang`: never answer; `taken`: but take the text first; `slow`:
 * answer so many ms later; `says`: in these words, as a proxy on the way does; `sid`: by this name, which may be another's.
 */
export type Failure = {
  status?: number;
  code?: number | string;
  retryAfter?: number | string;
  cut?: true;
  hang?: true;
  taken?: true;
  slow?: number;
  says?: string;
  sid?: string;
};

type Asked = { method: string; path: string; fields: URLSearchParams };

export type FakeTwilio = {
  url: string;
  /** Every text that it has taken, or that came in; a text handed over twice is there twice. */
  texts: Carried[];
  asked: Asked[];
  numbers: { phone_number: string; sms_url: string }[];
  failNext: (...failures: Failure[]) => void;
  failWhen: (decide: (asked: Asked) => Failure | undefined) => void;
  /** A customer's text, as the listing has it. */
  comesIn: (text: Pick<Carried, "from" | "to" | "body" | "media"> & { at?: Date; num_media?: string }) => Carried;
  sentTo: (number: string) => Carried[];
  /** Once it has read what had reached it by now: it lives in the test's own process, which may be behind. */
  caughtUp: () => Promise<void>;
  close: () => Promise<void>;
};

const BASE = `/2010-04-01/Accounts/${ACCOUNT_SID}`;

/** A server that speaks as much of Twilio's API as Lineup uses, without keys of idempotency, and misbehaves when told to. */
export async function startFakeTwilio(): Promise<FakeTwilio> {
  const texts: Carried[] = [];
  const asked: Asked[] = [];
  const numbers: FakeTwilio["numbers"] = [];
  const failures: Failure[] = [];
  let decide: (asked: Asked) => Failure | undefined = () => undefined;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://twilio.test");
    const posted = new URLSearchParams(await bodyOf(request));
    const fields = request.method === "GET" ? url.searchParams : posted;
    const now = { method: request.method ?? "", path: url.pathname, fields };
    asked.push(now);
    if (request.headers.authorization !== AUTHORIZATION) return reply(response, 401, problem(20003));
    const failure = failures.shift() ?? decide(now);
    if (failure && !failure.cut && !failure.taken && !failure.slow && !failure.sid) {
      if (failure.hang) return;
      return reply(response, failure.status ?? 500, failure.says ?? problem(failure.code ?? 20500), failure.retryAfter);
    }
    const answer = answerTo(now, failure);
    if (failure?.hang) return;
    if (failure?.slow) await sleep(failure.slow);
    if (failure?.cut) return void request.socket.destroy();
    if (failure?.status) return reply(response, failure.status, problem(failure.code ?? 20500), failure.retryAfter);
    reply(response, answer ? (request.method === "POST" ? 201 : 200) : 404, answer ?? problem(20404));
  });

  function answerTo({ method, path, fields }: Asked, { sid }: Failure = {}): unknown {
    if (path === `${BASE}/Messages.json`)
      return method === "POST" ? { ...take(fields), ...(sid && { sid }) } : list(fields);
    if (path.startsWith(`${BASE}/IncomingPhoneNumbers`)) return aboutNumbers(path, fields);
    return texts.find(({ sid }) => path === `${BASE}/Messages/${sid}.json`) ?? mediaAt(path);
  }

  function mediaAt(path: string) {
    const of = texts.find(({ sid }) => path === `${BASE}/Messages/${sid}/Media.json`);
    const uri = path.replace(/\.json$/, "");
    return (
      of?.media &&
      page({ media_list: of.media.map((type, at) => ({ uri: `${uri}/ME${at}.json`, content_type: type })) })
    );
  }

  function aboutNumbers(path: string, fields: URLSearchParams) {
    const named = numbers.map((each, at) => ({ sid: `PN${at}`, capabilities: { sms: true }, ...each }));
    const at = named.findIndex(({ sid }) => path === `${BASE}/IncomingPhoneNumbers/${sid}.json`);
    const number = numbers[at];
    if (number) return Object.assign(number, { sms_url: fields.get("SmsUrl") ?? number.sms_url });
    const asked = fields.get("PhoneNumber");
    return page({ incoming_phone_numbers: named.filter(({ phone_number }) => [phone_number, null].includes(asked)) });
  }

  function take(fields: URLSearchParams) {
    const [from = "", to = "", body = ""] = ["From", "To", "Body"].map((name) => fields.get(name) ?? "");
    return add({ from, to, body, direction: "outbound-api", callback: fields.get("StatusCallback") ?? undefined });
  }

  function add(given: Pick<Carried, "from" | "to" | "body" | "direction"> & Partial<Carried>, at = new Date()) {
    const text: Carried = {
      sid: `SM${randomBytes(16).toString("hex")}`,
      status: given.direction === "inbound" ? "received" : "queued",
      error_code: null,
      date_created: at.toUTCString(),
      date_sent: given.direction === "inbound" ? at.toUTCString() : null,
      num_media: String(given.media?.length ?? 0),
      ...given,
    };
    texts.push(text);
    return text;
  }

  function list(fields: URLSearchParams) {
    const after = Date.parse(fields.get("DateSent>") ?? "") || 0;
    const [size, at] = [Number(fields.get("PageSize") ?? 50), Number(fields.get("Page") ?? 0)];
    const found = texts
      .filter(({ from, to }) => [from, null].includes(fields.get("From")) && [to, null].includes(fields.get("To")))
      .filter(({ date_sent }) => after === 0 || Date.parse(date_sent ?? "") >= after)
      .reverse()
      // Its documents say no more than this: where those stand that have not been sent yet is anybody's guess.
      .sort((a, b) => sentAt(b) - sentAt(a));
    fields.set("Page", String(at + 1));
    const next = found.length > (at + 1) * size ? `${BASE}/Messages.json?${fields}` : null;
    return page({ messages: found.slice(at * size, (at + 1) * size) }, next);
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    texts,
    asked,
    numbers,
    failNext: (...next) => void failures.push(...next),
    failWhen: (by) => {
      decide = by;
    },
    comesIn: ({ at, ...text }) => add({ ...text, direction: "inbound" }, at),
    sentTo: (number) => texts.filter(({ to, direction }) => to === number && direction !== "inbound"),
    // Whoever has no right is answered at once, after all that stood in the line before.
    caughtUp: async () => {
      await fetch(`http://127.0.0.1:${port}`);
      await fetch(`http://127.0.0.1:${port}`);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const AUTHORIZATION = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}`;

const sentAt = ({ date_sent }: Carried) => Date.parse(date_sent ?? "") || 0;

const page = (of: object, next: string | null = null) => ({ ...of, next_page_uri: next, page: 0, page_size: 50 });

const problem = (code: number | string) => ({ code, message: `The carrier says ${code}.`, more_info: "", status: 400 });

/** As Twilio signs what it posts: HMAC-SHA1 over the address and the fields in the order of their names. */
export function signed(url: string, fields: Record<string, string>, token = AUTH_TOKEN) {
  const all = { AccountSid: ACCOUNT_SID, ...fields };
  const words = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join("");
  const signature = createHmac("sha1", token).update(`${url}${words}`).digest("base64");
  return { url, payload: new URLSearchParams(all).toString(), signature };
}

function reply(response: ServerResponse, status: number, body: unknown, retryAfter?: number | string) {
  const wait = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  const type = typeof body === "string" ? "text/html" : "application/json";
  response
    .writeHead(status, { "content-type": type, ...wait })
    .end(typeof body === "string" ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
