import { SEND_AGAIN } from "@/lib/form-state";

const DOWNLOAD =
  /^\/(_next\/|icon\.svg$|api\/(health(\/ready)?|live|metrics)$|(admin\/users|admin\/activity|contacts|reports\/(messages|lines)|campaigns\/[^/]+)\/export$|(admin\/users\/invite|contacts\/import)\/(template|[^/]+\/failures)$|contacts\/count$|admin\/users\/(count|[^/]+\/panel)$|inbox\/media\/[^/]+$|(go-to|pick)$|dev\/mailbox\/(open|[^/]+\/html)$)/;

const WEBHOOKS = ["/api/webhooks/resend", "/api/webhooks/twilio", "/api/webhooks/twilio/status"];

/** What only takes what is posted. */
const POSTED = [...WEBHOOKS, SEND_AGAIN, "/api/live/here"];

const READ = ["GET", "HEAD"] as const;

/** What may be done at an address besides asking for its options. Pages take forms; Next would answer anything. */
export function methodsOf(path: string): readonly string[] {
  if (DOWNLOAD.test(path)) return READ;
  return POSTED.includes(path) ? ["POST"] : [...READ, "POST"];
}

/** Also where there is none: Next reads forms there, too. */
export const isPage = (path: string) => !POSTED.includes(path) && !DOWNLOAD.test(path);

/** Where forms go: they are read as a whole before Next is asked. */
export const takesForms = (path: string) => isPage(path) || path === SEND_AGAIN;

/** Where a provider posts its news: as a whole, too, and as it was sent, because it is signed. */
export const takesNews = (path: string) => WEBHOOKS.includes(path);

const KB = 1024;

/** A CSV of ten thousand people. */
export const MOST_BODY = 4 * KB * KB;

/** Nothing that is sent here is larger: a CSV of a hundred thousand contacts. The same as `bodySizeLimit` in next.config.ts. */
export const MOST_LIST = 16 * KB * KB;

/** Longer than anything that a provider sends about one email or one text. */
export const MOST_NEWS = 100_000;

/** From a browser in which nobody has logged in. What any form holds that is typed by hand, and few of ten thousand rows. */
export const MOST_FROM_STRANGERS = 64 * KB;

/** `isSentOn`: without the action that the page of another version called. */
export type FormLimits = { bytes: number; fields: number; isSentOn?: true };

/** The pages of those who are not logged in have few fields and no files. */
const OUTSIDE =
  /^\/(login|forgot-password|forgot-username|reset-password|welcome|confirm-email|keep-email|setup|s|u)(?=\/|$)/;

/** How large the form of a page may be, in bytes and in fields; read and understood within 0.3 s at the most. */
export function formLimits(path: string): FormLimits {
  if (path === SEND_AGAIN) return { bytes: MOST_BODY, fields: 6000, isSentOn: true };
  if (OUTSIDE.test(path)) return { bytes: MOST_FROM_STRANGERS, fields: 100 };
  if (path.startsWith("/admin/users/invite")) return { bytes: MOST_BODY, fields: 5000 };
  if (path.startsWith("/contacts/import")) return { bytes: MOST_LIST, fields: 1000 };
  return { bytes: KB * KB, fields: 6000 };
}

/** More than the headers hold of ids; Next takes the square of their number to read them. */
const MOST_PARAMETERS = 1000;

export const hasTooManyParameters = (url: string) => url.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS;
