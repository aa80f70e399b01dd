import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isCallOfOurs } from "./action-call";
import { hasLoggedIn } from "./has-logged-in";
import { logInFirst, pathOf, type Refusal, tooLarge, tooMuch, unreadable, wrongType } from "./refusal/refusal";
import { bodyOf } from "./request-body";
import { type FormLimits, formLimits, MOST_BODY, MOST_FROM_STRANGERS, MOST_NEWS } from "./request-limits";

export type PostedForm = { body: Buffer; type: string };

/**
 * The form that a request holds, or why not. Its bytes count as they come: who sends it in pieces need not say how many
 * there will be. Megabytes are for people who log in here; a form of theirs may come when their session has just ended.
 */
export async function formOf(req: IncomingMessage, how: { https: boolean }): Promise<PostedForm | Refusal> {
  const wrong = wrongKind(req.headers);
  if (wrong) return wrong;
  const limits = formLimits(pathOf(req));
  const isSmall = Number(req.headers["content-length"] ?? MOST_BODY) <= MOST_FROM_STRANGERS;
  const isStranger = !isSmall && limits.bytes > MOST_FROM_STRANGERS && !(await hasLoggedIn(req, how));
  const body = await bodyOf(req, isStranger ? MOST_FROM_STRANGERS : limits.bytes);
  if (body) return postedForm(body, req.headers, limits);
  if (isStranger) return logInFirst;
  return limits.bytes >= MOST_BODY ? tooLarge(limits) : tooMuch;
}

/** What a provider posts, as it was sent. */
export async function newsOf(req: IncomingMessage): Promise<PostedForm | Refusal> {
  const body = await bodyOf(req, MOST_NEWS);
  return body ? { body, type: req.headers["content-type"] ?? "" } : tooMuch;
}

/** Whether this is a form at all, told by its headers alone. */
function wrongKind(headers: IncomingHttpHeaders): Refusal | undefined {
  const encoding = headers["content-encoding"]?.trim().toLowerCase();
  if (encoding && encoding !== "identity") return wrongType;
  if (!/^multipart\/form-data\s*(;|$)/i.test(headers["content-type"] ?? "")) return wrongType;
  return undefined;
}

/**
 * What was posted, read once and written anew: React, Next's two parsers and a client's own idea of a form can then
 * not differ, and nothing reaches them that is no call of one of our forms.
 */
async function postedForm(
  body: Buffer<ArrayBuffer>,
  headers: IncomingHttpHeaders,
  { fields, isSentOn }: Pick<FormLimits, "fields" | "isSentOn">,
): Promise<PostedForm | Refusal> {
  const type = headers["content-type"] ?? "";
  if (hasTooMuch(body, type, fields)) return tooMuch;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
  // Reading megabytes, writing them and what Next makes of them each take their time: others have a turn in between.
  await nextTurn();
  if (!form || !(isSentOn || isCallOfOurs(form, headers["next-action"]))) return unreadable;
  const anew = new Response(form);
  const written = { body: Buffer.from(await anew.arrayBuffer()), type: anew.headers.get("content-type") ?? "" };
  await nextTurn();
  return written;
}

/** A part's name, its file's name and type; megabytes of headers would take a second to read. */
const MOST_PART_HEADERS = 4096;

/** No form of ours holds more than one or two; each costs several times what a field does, here and in Next. */
const MOST_FILES = 10;

/** Counted in the bytes, before anything is made of them. Room for the fields that React adds. */
function hasTooMuch(body: Buffer, type: string, most: number) {
  const boundary = /boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ""}`, "latin1");
  let [parts, files] = [0, 0];
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (++parts > most + 10) return true;
    const beginning = body.subarray(at, at + MOST_PART_HEADERS);
    const end = beginning.indexOf("\r\n\r\n");
    if (beginning.length === MOST_PART_HEADERS && end === -1) return true;
    if (/;\s*filename/i.test(beginning.toString("latin1", 0, Math.max(end, 0))) && ++files > MOST_FILES) return true;
  }
  return false;
}
