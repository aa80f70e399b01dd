import { ZodError } from "zod";
import { NotFromProvider, readWebhook } from "../../email/read-webhook";
import { env } from "../../env";
import { log } from "../../log";
import { recordDelivery } from "../../outbox/record-delivery";
import { tellSecurity } from "../../security";
import { type Answered, type Asked, headerOf } from "./asked";

const answer = (status: number): Answered => ({ status });

/** News of deliveries. Whatever isn't signed by the provider is refused, all of it where no secret is set. */
export async function resendWebhook(asked: Asked): Promise<Answered> {
  const secret = env().resendWebhookSecret;
  if (!secret) return answer(401);
  const header = (name: string) => headerOf(asked, `svix-${name}`) || headerOf(asked, `webhook-${name}`);
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  try {
    const news = readWebhook({ payload: asked.body, ...signed }, secret);
    if (news) await recordDelivery(news);
    return answer(204);
  } catch (error) {
    const isStrange = error instanceof ZodError;
    if (!isStrange && !(error instanceof NotFromProvider)) throw error;
    if (!isStrange)
      tellSecurity("signature.bad", { address: headerOf(asked, "x-forwarded-for") || "unknown", of: "webhook" });
    log.info(isStrange ? "webhook.strange" : "webhook.refused", { webhookId: signed.id.slice(0, 100) });
    return answer(isStrange ? 400 : 401);
  }
}
