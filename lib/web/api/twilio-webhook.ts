import { ZodError } from "zod";
import { env } from "../../env";
import { log } from "../../log";
import { tellSecurity } from "../../security";
import { postedBody } from "./posted-body";

type Signed = { url: string; payload: string; signature: string };

const answer = (status: number) => new Response(null, { status });

/** An empty answer in Twilio's own language: nothing is said back. */
const taken = () => new Response("<Response/>", { headers: { "content-type": "text/xml" } });

/** What Twilio posts, if it did: read by `read`, then `take`n. Also what is about nothing of ours is answered with 200. */
export async function twilioWebhook<T>(
  request: Request,
  read: (signed: Signed) => T | undefined,
  take: (news: T) => Promise<unknown>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const signature = request.headers.get("x-twilio-signature") ?? "";
  const payload = await postedBody(request);
  if (payload === undefined) return answer(413);
  try {
    const news = read({ url: `${env().appUrl}${pathname}${search}`, payload, signature });
    if (news === undefined) return refuse(request);
    await take(news);
    return taken();
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    log.info("webhook.strange", { of: "twilio" });
    return answer(400);
  }
}

function refuse(request: Request): Response {
  tellSecurity("signature.bad", { address: request.headers.get("x-forwarded-for") ?? "unknown", of: "webhook" });
  log.info("webhook.refused", { of: "twilio" });
  return answer(403);
}
