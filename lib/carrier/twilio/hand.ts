import { env } from "../../env";
import type { Handed, Text } from "../carrier";
import { actOf } from "../codes";
import { Refusal, twilioClient, whenLeft } from "./client";
import { NeverLeft } from "./exchange";
import { codeOf, stateOf } from "./states";

/** In seconds: so soon texts leave once our settings, or the line, are right. */
const DENIED_WAIT = 60;

/** By then there is room for some in a queue of hours. */
const FULL_WAIT = 10;

/**
 * Hands one text over. Twilio's request has no key by which doing it twice counts once: whatever is no clear answer is
 * unclear. Never throws.
 */
export async function hand({ id, from, to, body }: Text, left = () => {}): Promise<Handed> {
  const client = await twilioClient();
  try {
    const fields = { from, to, body, ...callback(id) };
    const { sid, status, errorCode } = await whenLeft.run(left, () => client.messages.create(fields));
    if (typeof sid !== "string" || sid === "" || sid.length > 64)
      return { kind: "unclear", error: "an answer that makes no sense" };
    return { kind: "accepted", carrierId: sid, state: stateOf(status), code: codeOf(errorCode) };
  } catch (error) {
    return error instanceof Refusal ? verdict(error) : unanswered(error);
  }
}

/** Twilio refuses to call where nobody outside can be reached. */
function callback(id: string) {
  const { appUrl, twilioBaseUrl } = env();
  const isHidden = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(appUrl);
  return isHidden && !twilioBaseUrl ? {} : { statusCallback: `${appUrl}/api/webhooks/twilio/status?m=${id}` };
}

const isUnclear = (status: number) => status >= 500 || status === 408 || status === 409;

function verdict({ status, code, after, message }: Refusal): Handed {
  const error = `${status}${code ? `, code ${code}` : ""}: ${message || "no reason given"}`;
  const act = code === null ? "none" : actOf(code);
  const why = code === null ? {} : { code };
  if (status < 500 && act === "full") return { kind: "later", error, full: true, after: after ?? FULL_WAIT, ...why };
  if (status === 429 || (status < 500 && act === "busy"))
    return { kind: "later", error, busy: true, ...(after !== undefined && { after }) };
  if (isUnclear(status)) return { kind: "unclear", error };
  if (act === "line") return { kind: "later", error, denied: "line", after: DENIED_WAIT, ...why };
  // Wrong about us and not about this text: the key, or the address of the carrier.
  if (!isOfText(status, code)) return { kind: "later", error, denied: "all", busy: true, after: DENIED_WAIT, ...why };
  // Where nobody gives a reason it was a proxy on the way, and may be another next time.
  return code === null && message === "" ? { kind: "later", error } : { kind: "refused", code, error };
}

/** These codes are of texts and their numbers, but for the one of a suspended account; all others of accounts and requests. */
const isCodeOfText = (code: number) => code >= 21_000 && code < 40_000 && code !== 30_002;

/** 422: as others say it who speak Twilio's language. */
const isOfText = (status: number, code: number | null) =>
  status === 400 || status === 422 || (status !== 401 && code !== null && isCodeOfText(code));

function unanswered(error: unknown): Handed {
  const hasLeft = !(error instanceof NeverLeft);
  const why = hasLeft ? error : error.cause;
  const name = why instanceof Error && "code" in why ? String(why.code) : "no answer";
  if (!hasLeft) return { kind: "later", error: `the carrier can't be reached (${name})` };
  return { kind: "unclear", error: `no answer (${name})` };
}
