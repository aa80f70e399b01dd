import type { IncomingMessage, ServerResponse } from "node:http";
import { pathOf } from "../server/refusal/refusal";
import { bodyOf } from "../server/request-body";
import { MOST_NEWS } from "../server/request-limits";
import { alive, ready } from "./health";
import { inboundWebhook } from "./inbound-webhook";
import { resendWebhook } from "./resend-webhook";
import { statusWebhook } from "./status-webhook";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
type Answer = (request: Request) => Response | Promise<Response>;

/** What programs ask and no person sees. */
const ANSWERS = new Map<string, Answer>([
  ["/api/health", alive],
  ["/api/health/ready", ready],
  ["/api/webhooks/resend", resendWebhook],
  ["/api/webhooks/twilio", inboundWebhook],
  ["/api/webhooks/twilio/status", statusWebhook],
]);

/** Programs are answered here and not by Next, whose way to an answer costs more than most answers do. */
export const answerPrograms =
  (handler: Handler): Handler =>
  (req, res) => {
    const answer = ANSWERS.get(pathOf(req));
    return answer ? send(req, res, answer) : handler(req, res);
  };

async function send(req: IncomingMessage, res: ServerResponse, answer: Answer) {
  const answered = await answer(await requestOf(req));
  for (const [name, value] of answered.headers) res.setHeader(name, value);
  res.statusCode = answered.status;
  res.end(Buffer.from(await answered.arrayBuffer()));
}

/** What is posted has been read at the door, and is not too much. */
async function requestOf(req: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/" } = req;
  const headers = Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const posted = method === "POST" ? { body: (await bodyOf(req, MOST_NEWS)) ?? null } : {};
  return new Request(new URL(url, "http://portal.invalid"), { method, headers, ...posted });
}
