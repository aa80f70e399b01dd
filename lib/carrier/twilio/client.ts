import { AsyncLocalStorage } from "node:async_hooks";
import type { Twilio } from "twilio";
import { env } from "../../env";
import { exchange, formed } from "./exchange";
import { codeOf } from "./states";

/** A carrier that hangs costs one lane this long. */
const TIMEOUT_MS = 10_000;

/** More than a worker has under way: what waits for one of the library's twenty would leave after a pause. */
const SOCKETS = 250;

/** What to call once the request made within is on the wire: the library has no word for it. */
export const whenLeft = new AsyncLocalStorage<() => void>();

/** A clear answer that is no yes. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number | null,
    readonly after: number | undefined,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

let made: Promise<Twilio> | undefined;

/** Twilio's client, loaded at the first call: it costs two hundred milliseconds, and only the worker needs it. */
export function twilioClient(): Promise<Twilio> {
  made ??= makeClient();
  return made;
}

async function makeClient(): Promise<Twilio> {
  const { default: twilio } = await import("twilio");
  const { twilioAccountSid, twilioAuthToken, twilioBaseUrl } = env();
  const client = twilio(twilioAccountSid, twilioAuthToken, { httpClient: quick(twilio), timeout: TIMEOUT_MS });
  if (twilioBaseUrl) client.api.baseUrl = twilioBaseUrl.replace(/\/+$/, "");
  return client;
}

/**
 * The library's own way over the network takes more of the processor than all else that a text needs, and forgets an answer's
 * headers, and with them when to come back. What it makes of proxies and certificates stays.
 */
function quick({ RequestClient }: typeof import("twilio")) {
  type Request = Parameters<InstanceType<typeof RequestClient>["request"]>[0];
  class Client extends RequestClient {
    override async request<T>({ method, uri, headers, params, data, username, password }: Request) {
      const url = new URL(uri);
      for (const [name, value] of new URLSearchParams(formed(params))) url.searchParams.append(name, value);
      const answer = await exchange({
        ...{ method: method.toUpperCase(), url, timeoutMs: TIMEOUT_MS },
        headers: { ...headers, Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` },
        body: data ? formed(data) : undefined,
        left: whenLeft.getStore(),
        agent: url.protocol === "https:" ? this.axios.defaults.httpsAgent : undefined,
      });
      if (answer.statusCode < 200 || answer.statusCode >= 300) throw refusalOf(answer);
      // As it came: whoever asked reads it.
      return { ...answer, body: answer.body as T };
    }
  }
  return new Client({ timeout: TIMEOUT_MS, maxSockets: SOCKETS, maxTotalSockets: SOCKETS, maxFreeSockets: SOCKETS });
}

type Answer = { statusCode: number; body: string; headers: Record<string, unknown> };

function refusalOf({ statusCode, body, headers }: Answer): Refusal {
  const { code, message } = { code: undefined, message: undefined, ...parsed(body) };
  const said = typeof message === "string" ? message : "";
  // Whose number it is stands in no log.
  const nameless = said.replace(/\+?\d{7,}/g, "…").slice(0, 200);
  return new Refusal(statusCode, codeOf(code), secondsOf(headers), nameless);
}

/** A proxy on the way answers in HTML. */
function parsed(body: string): object {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** So many, or until a date: both are said. */
function secondsOf(headers: Answer["headers"]): number | undefined {
  const wish = String(headers["retry-after"] ?? "");
  const seconds = /^\d+$/.test(wish) ? Number(wish) : (Date.parse(wish) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
