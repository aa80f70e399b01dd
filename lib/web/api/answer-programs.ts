import type { IncomingMessage, ServerResponse } from "node:http";
import { pathOf, tooMuch } from "../server/refusal/refusal";
import { bodyOf } from "../server/request-body";
import { MOST_NEWS } from "../server/request-limits";
import type { Answered, Asked } from "./asked";
import { alive, ready } from "./health";
import { inboundWebhook } from "./inbound-webhook";
import { resendWebhook } from "./resend-webhook";
import { statusWebhook } from "./status-webhook";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
type Answer = (asked: Asked) => Answered | Promise<Answered>;

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
  const body = req.method === "POST" ? await bodyOf(req, MOST_NEWS) : Buffer.alloc(0);
  const { url = "/", headers } = req;
  const query = url.indexOf("?") < 0 ? "" : url.slice(url.indexOf("?"));
  const asked = { url: `${pathOf(req)}${query}`, headers, body: body?.toString("utf8") ?? "" };
  const answered = body ? await answer(asked) : { status: tooMuch.status };
  if (answered.type) res.setHeader("content-type", answered.type);
  res.statusCode = answered.status;
  res.end(answered.body);
}
