import { ZodError } from "zod";
import { NotFromProvider, readWebhook } from "@/lib/email/read-webhook";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { recordDelivery } from "@/lib/outbox/record-delivery";
import { tellSecurity } from "@/lib/security";

/** Longer than anything that the provider sends about one email. */
const MOST_BYTES = 100_000;

const answer = (status: number) => new Response(null, { status });

/** News of deliveries. Whatever isn't signed by the provider is refused, all of it where no secret is set. */
export async function POST(request: Request): Promise<Response> {
  const secret = env().resendWebhookSecret;
  if (!secret) return answer(401);
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? "";
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  try {
    const payload = await bodyOf(request);
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

/** Nothing where there is more than anybody would sign: whoever sends it in pieces need not say how much it will be. */
async function bodyOf({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get("content-length") ?? 0) > MOST_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (const reader = body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
