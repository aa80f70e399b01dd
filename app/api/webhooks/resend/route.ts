import { NotFromProvider, readWebhook } from "@/lib/email/read-webhook";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { recordDelivery } from "@/lib/outbox/record-delivery";

/** Longer than anything that the provider sends about one email. */
const MOST_BYTES = 100_000;

const answer = (status: number) => new Response(null, { status });

/** News of deliveries. Whatever isn't signed by the provider is refused, all of it where no secret is set. */
export async function POST(request: Request): Promise<Response> {
  const secret = env().resendWebhookSecret;
  if (!secret) return answer(401);
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return answer(413);
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? "";
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  try {
    const payload = await request.text();
    if (payload.length > MOST_BYTES) return answer(413);
    const news = readWebhook({ payload, ...signed }, secret);
    if (news) await recordDelivery(news);
    return answer(204);
  } catch (error) {
    if (!(error instanceof NotFromProvider)) throw error;
    log.info("webhook.refused", { webhookId: signed.id });
    return answer(401);
  }
}
