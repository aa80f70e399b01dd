import { ZodError } from "zod";
import { env } from "../../env";
import { log } from "../../log";
import { tellSecurity } from "../../security";
import { type Answered, type Asked, headerOf } from "./asked";

type Signed = { url: string; payload: string; signature: string };

/** An empty answer in Twilio's own language: nothing is said back. */
const TAKEN: Answered = { status: 200, type: "text/xml", body: "<Response/>" };

/** What Twilio posts, if it did: read by `read`, then `take`n. Also what is about nothing of ours is answered with 200. */
export async function twilioWebhook<T>(
  asked: Asked,
  read: (signed: Signed) => T | undefined,
  take: (news: T) => Promise<unknown>,
): Promise<Answered> {
  const signature = headerOf(asked, "x-twilio-signature");
  try {
    const news = read({ url: `${env().appUrl}${asked.url}`, payload: asked.body, signature });
    if (news === undefined) return refuse(asked);
    await take(news);
    return TAKEN;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    log.info("webhook.strange", { of: "twilio" });
    return { status: 400 };
  }
}

function refuse(asked: Asked): Answered {
  tellSecurity("signature.bad", { address: headerOf(asked, "x-forwarded-for") || "unknown", of: "webhook" });
  log.info("webhook.refused", { of: "twilio" });
  return { status: 403 };
}
