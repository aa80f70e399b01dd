import type { IncomingMessage, ServerResponse } from "node:http";
import { isMailboxWord, openMailbox } from "../../outbox/mailbox/open-mailbox";

const PAGE = /^\/dev\/mailbox(\/[\w-]+(\/html)?)?\/?\?/;

const COOKIE = "lineup-mailbox";

/** Whether somebody asks for the mailbox with the word in the address, as it was printed. */
export const bringsWord = ({ method, url = "" }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") && PAGE.test(url) && asked(url).searchParams.has("word");

/** The right word becomes a cookie and leaves the address, without a script. True when that was answered. */
export async function letIn(
  req: IncomingMessage,
  res: ServerResponse,
  { https }: { https: boolean },
): Promise<boolean> {
  const { pathname, searchParams } = asked(req.url ?? "");
  const word = searchParams.get("word") ?? "";
  const { "x-forwarded-for": address, "user-agent": userAgent = "" } = req.headers;
  if (!(await openMailbox({ kind: "visitor", address: String(address), userAgent }, word))) return false;
  searchParams.delete("word");
  res.setHeader("set-cookie", `${COOKIE}=${word}; Path=/dev; HttpOnly; SameSite=Strict${https ? "; Secure" : ""}`);
  res.setHeader("referrer-policy", "no-referrer");
  res.writeHead(303, { location: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname }).end();
  return true;
}

/** Whether the browser holds the word of this start. */
export const holdsWord = (cookies: { get: (name: string) => { value: string } | undefined }) =>
  isMailboxWord(cookies.get(COOKIE)?.value);

const asked = (url: string) => new URL(url, "http://portal.invalid");
