import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SentEmail = {
  id: string;
  idempotencyKey: string | undefined;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  at: number;
};

/** What to do wrong, once. `drop`: take the email, then cut the line without an answer. `hang`: never answer. */
export type Failure = { status?: number; headers?: Record<string, string>; body?: unknown; hang?: true; drop?: true };

export type Request = {
  path: string;
  idempotencyKey: string | undefined;
  status: number | "hang" | "drop";
  at: number;
  /** What it asked for, in seconds. */
  retryAfter?: number;
};

export type FakeResend = {
  url: string;
  /** What arrived, each idempotency key once. */
  emails: SentEmail[];
  /** Every request with its answer, the failed ones too. */
  requests: Request[];
  failNext: (...failures: Failure[]) => void;
  /** Decides about every request; undefined lets it pass. */
  failWhen: (decide: (request: { path: string; body: unknown }) => Failure | undefined) => void;
  emailsTo: (address: string) => SentEmail[];
  close: () => Promise<void>;
};

/** A server that speaks as much of Resend's API as Lineup uses, and misbehaves when told to. */
export async function startFakeResend(): Promise<FakeResend> {
  const emails: SentEmail[] = [];
  const requests: Request[] = [];
  const answers = new Map<string, { body: string; answer: unknown }>();
  const failures: Failure[] = [];
  let decide: (request: { path: string; body: unknown }) => Failure | undefined = () => undefined;

  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const raw = await bodyOf(request);
    const body: unknown = raw ? JSON.parse(raw) : undefined;
    const key = single(request.headers["idempotency-key"]);
    const note = (status: Request["status"], wait?: string) =>
      requests.push({ path, idempotencyKey: key, status, at: Date.now(), ...(wait && { retryAfter: Number(wait) }) });
    if (request.method !== "POST" || !/^\/emails(\/batch)?$/.test(path) || !request.headers.authorization) {
      note(404);
      return reply(response, 404, { statusCode: 404, name: "not_found", message: "Not found" });
    }
    const failure = failures.shift() ?? decide({ path, body });
    if (failure && !failure.drop) {
      note(failure.hang ? "hang" : (failure.status ?? 500), failure.headers?.["retry-after"]);
      if (failure.hang) return;
      return reply(response, failure.status ?? 500, failure.body ?? problem(failure.status ?? 500), failure.headers);
    }
    if (Array.isArray(body) && (path === "/emails" || body.length < 1 || body.length > MOST_AT_ONCE)) {
      note(422);
      return reply(response, 422, problem(422));
    }
    const known = key ? answers.get(key) : undefined;
    if (known && known.body !== raw) {
      note(409);
      return reply(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "Another payload" });
    }
    const answer = known?.answer ?? accept(path, body, key);
    if (key) answers.set(key, { body: raw, answer });
    note(failure?.drop ? "drop" : 200);
    if (failure?.drop) return void request.socket.destroy();
    reply(response, 200, answer);
  });

  function accept(path: string, body: unknown, key: string | undefined) {
    const taken = (path === "/emails" ? [body] : (body as unknown[])).map((one) => {
      const email = { ...(one as Omit<SentEmail, "id">), id: randomUUID(), idempotencyKey: key, at: Date.now() };
      emails.push({ ...email, to: [email.to].flat() });
      return { id: email.id };
    });
    return path === "/emails" ? taken[0] : { data: taken };
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    emails,
    requests,
    failNext: (...next) => void failures.push(...next),
    failWhen: (by) => {
      decide = by;
    },
    emailsTo: (address) => emails.filter((email) => email.to.includes(address)),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The secrets of the links in emails, to search logs for. */
export const tokensIn = (emails: { text: string }[]): string[] =>
  emails.flatMap(({ text }) => [...text.matchAll(/token=([\w-]+)/g)].map(([, token]) => token ?? ""));

/** What one request to /emails/batch may hold. */
const MOST_AT_ONCE = 100;

const NAMES: Record<number, string> = { 401: "missing_api_key", 422: "validation_error", 429: "rate_limit_exceeded" };

const problem = (status: number) => ({
  statusCode: status,
  name: NAMES[status] ?? "internal_server_error",
  message: `The provider says ${status}.`,
});

function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

const single = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
