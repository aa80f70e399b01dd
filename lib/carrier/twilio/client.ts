import type { Twilio } from "twilio";
import { env } from "../../env";

/** A carrier that hangs costs one lane this long. */
const TIMEOUT_MS = 10_000;

/** More than a worker has under way: what waits for one of the library's twenty would leave after a pause. */
const SOCKETS = 250;

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
  const client = twilio(twilioAccountSid, twilioAuthToken, { httpClient: refusing(twilio), timeout: TIMEOUT_MS });
  if (twilioBaseUrl) client.api.baseUrl = twilioBaseUrl.replace(/\/+$/, "");
  return client;
}

/** The library forgets an answer's headers, and with them when to come back. */
function refusing({ RequestClient }: typeof import("twilio")) {
  type Request = InstanceType<typeof RequestClient>["request"];
  class Client extends RequestClient {
    override async request<T>(options: Parameters<Request>[0]): ReturnType<typeof RequestClient.prototype.request<T>> {
      const answer = await super.request<T>(options as Parameters<typeof RequestClient.prototype.request<T>>[0]);
      if (answer.statusCode >= 200 && answer.statusCode < 300) return answer;
      throw refusalOf(answer);
    }
  }
  return new Client({ timeout: TIMEOUT_MS, maxSockets: SOCKETS, maxTotalSockets: SOCKETS, maxFreeSockets: SOCKETS });
}

type Answer = { statusCode: number; body: unknown; headers?: unknown };

function refusalOf({ statusCode, body, headers }: Answer): Refusal {
  const { code, message } = { code: undefined, message: undefined, ...parsed(body) };
  const said = typeof message === "string" ? message : "";
  // Whose number it is stands in no log.
  const nameless = said.replace(/\+?\d{7,}/g, "…").slice(0, 200);
  return new Refusal(statusCode, Number.isInteger(code) ? Number(code) : null, secondsOf(headers), nameless);
}

/** The library reads JSON by its content type alone. */
function parsed(body: unknown): object {
  if (typeof body === "object" && body !== null) return body;
  try {
    const read: unknown = JSON.parse(String(body));
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

function secondsOf(headers: unknown): number | undefined {
  const wish = typeof headers === "object" && headers !== null ? Reflect.get(headers, "retry-after") : undefined;
  const seconds = Number(wish);
  return wish !== undefined && wish !== "" && seconds >= 0 ? Math.min(seconds, 3600) : undefined;
}
