import type { IncomingHttpHeaders } from "node:http";
import { isCallOfOurs } from "./action-call";
import { type Refusal, tooMuch, unreadable, wrongType } from "./refusal";
import type { FormLimits } from "./request-limits";

export type PostedForm = { body: Buffer; type: string };

/** Whether this is a form at all, told by its headers alone. */
export function wrongKind(headers: IncomingHttpHeaders): Refusal | undefined {
  const encoding = headers["content-encoding"]?.trim().toLowerCase();
  if (encoding && encoding !== "identity") return wrongType;
  if (!/^multipart\/form-data\s*(;|$)/i.test(headers["content-type"] ?? "")) return wrongType;
  return undefined;
}

/**
 * What was posted, read once and written anew: React, Next's two parsers and a client's own idea of a form can then
 * not differ, and nothing reaches them that is no call of one of our forms.
 */
export async function postedForm(
  body: Buffer<ArrayBuffer>,
  headers: IncomingHttpHeaders,
  { fields, isSentOn }: Pick<FormLimits, "fields" | "isSentOn">,
): Promise<PostedForm | Refusal> {
  const type = headers["content-type"] ?? "";
  if (hasTooMuch(body, type, fields)) return tooMuch;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
  if (!form || !(isSentOn || isCallOfOurs(form, headers["next-action"]))) return unreadable;
  const anew = new Response(form);
  return { body: Buffer.from(await anew.arrayBuffer()), type: anew.headers.get("content-type") ?? "" };
}

/** A part's name, its file's name and type; megabytes of headers would take a second to read. */
const MOST_PART_HEADERS = 4096;

/** Counted in the bytes, before anything is made of them. Room for the fields that React adds. */
function hasTooMuch(body: Buffer, type: string, most: number) {
  const boundary = /boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ""}`, "latin1");
  let parts = 0;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (++parts > most + 10) return true;
    const beginning = body.subarray(at, at + MOST_PART_HEADERS);
    if (beginning.length === MOST_PART_HEADERS && !beginning.includes("\r\n\r\n")) return true;
  }
  return false;
}
