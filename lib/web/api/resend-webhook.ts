import { ZodError } from "zod";
import { NotFromProvider, readWebhook } from "../../email/read-webhook";
import { env } from "../../env";
import { log } from "../../log";
import { recordDelivery } from "../../outbox/record-delivery";
import { tellSecurity } from "../../security";
import { postedBody } from "./posted-body";

const answer = (status: number) => new Response(null, { status });

/** News of deliveries. Whatever isn't signed by the provider is refused, all of it where no secret is set. */
export async function resendWebhook(request: Request): Promise<Response> {
  const secret = env().resendWebhookSecret;
  if (!secret) return answer(401);
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? "";
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  try {
    const payload = await postedBody(request);
    if (payload === undefined) return answer(413);
    const news = readWebhook({ payload, ...signed }, secret);
    if (news) await recordDelivery(news);
    return answer(204);
  } catch (error) {
    const isStrange = error instanceof ZodError;
    if (!isStrange && !(error instanceof NotFromProvider)) throw error;
    if (!isStrange)
      tellSecurity("signature.bad", { address: request.headers.get("x-forwarded-for") ?? "unknown", of: "webhook" });
    log.info(isStrange ? "webhook.strange" : "webhook.refused", { webhookId: signed.id.slice(0, 100) });
    return answer(isStrange ? 400 : 401);
  }
}
