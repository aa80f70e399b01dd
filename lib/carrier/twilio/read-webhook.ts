import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { z } from "zod";
import { env } from "../../env";
import type { Carried, Inbound } from "../carrier";
import { codeOf, stateOf } from "./states";

/** `url`: with its query, as the carrier was told it, whatever host or proxy it came by. */
type Signed = { url: string; payload: string; signature: string };

/** PostgreSQL keeps no U+0000 in a text. */
const words = z.string().transform((text) => text.replaceAll("\0", ""));
const sid = z.string().min(1).max(64).regex(/^\w+$/);

/** Whatever of it is missing, what was written is kept. */
const said = words.default("");

const Message = z.object({
  ...{ MessageSid: sid, From: said, To: said, Body: said, NumMedia: z.string(), OptOutType: said },
});

/** "Advanced Opt-Out"; what asks for help has its answer already. */
const HEARD = new Map<string, Inbound["heard"]>([
  ["STOP", "stop"],
  ["START", "start"],
]);

const Status = z.object({ MessageSid: sid, MessageStatus: z.string(), ErrorCode: z.string().optional() });

/**
 * What Twilio posted, or nothing where it was not Twilio: the library checks the signature over address and fields, and
 * the account must be ours. It holds no time, so what is played again is known by its id.
 */
function fieldsOf({ url, payload, signature }: Signed): Record<string, string> | undefined {
  const { twilioAccountSid, twilioAuthToken } = env();
  if (!twilioAccountSid || !twilioAuthToken) return undefined;
  const posted = new URLSearchParams(payload);
  const signed = Object.fromEntries([...new Set(posted.keys())].map((name) => [name, oneOrAll(posted.getAll(name))]));
  if (!validateRequest(twilioAuthToken, signature, url, signed)) return undefined;
  if (posted.get("AccountSid") !== twilioAccountSid) return undefined;
  return Object.fromEntries(posted);
}

const oneOrAll = (values: string[]) => (values.length === 1 ? values[0] : values);

/** A customer's text; undefined where Twilio did not send it. Throws where it is none. */
export function readInbound(signed: Signed): Inbound | undefined {
  const fields = fieldsOf(signed);
  if (!fields) return undefined;
  const { MessageSid, From, To, Body, NumMedia, OptOutType } = Message.parse({ NumMedia: "0", ...fields });
  const media = Array.from({ length: Math.min(Number(NumMedia) || 0, 10) }, (_, at) => ({
    url: fields[`MediaUrl${at}`] ?? "",
    type: fields[`MediaContentType${at}`] ?? "",
  }));
  return {
    carrierId: MessageSid,
    from: From,
    to: To,
    body: Body,
    media: media.filter(({ url }) => url !== ""),
    at: null,
    heard: HEARD.get(OptOutType),
  };
}

/** How far a text of ours is; undefined where Twilio did not send it. Throws where it is no such news. */
export function readStatus(signed: Signed): Carried | undefined {
  const fields = fieldsOf(signed);
  if (!fields) return undefined;
  const { MessageSid, MessageStatus, ErrorCode } = Status.parse(fields);
  return { carrierId: MessageSid, state: stateOf(MessageStatus), code: codeOf(ErrorCode) };
}
