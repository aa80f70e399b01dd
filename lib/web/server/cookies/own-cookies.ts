import type { IncomingMessage } from "node:http";
import { cookieName } from "../../../cookie-name";
import { LEFT_LISTS } from "../../../left-lists";

type How = { https: boolean };

/** Every cookie that a page or action of ours reads. */
export const OURS: readonly string[] = [
  ...["lineup.session", "lineup.browser", "lineup.next", "lineup-flash", "lineup-kept", "lineup-mailbox", LEFT_LISTS],
  "theme",
];

/** As the header has them; of two with one name the last, which is the one that Next reads. */
function cookiesIn(header = "") {
  const pairs = header.split(/;\s*/).map((pair) => [pair.split("=", 1)[0] ?? "", pair] as const);
  return new Map(pairs);
}

/** What a cookie holds; "" where the browser sends none of that name. */
export const cookieOf = ({ headers }: IncomingMessage, name: string): string =>
  cookiesIn(headers.cookie)
    .get(name)
    ?.slice(name.length + 1) ?? "";

/** Others are never read here: Next has cookies of its own that change what it answers, and takes the square of their number. */
export function keepOwnCookies(req: IncomingMessage, how: How): void {
  if (req.headers.cookie === undefined) return;
  const names = new Set(OURS.flatMap((name) => [name, cookieName(name, how)]));
  const kept = [...cookiesIn(req.headers.cookie)].filter(([name]) => names.has(name)).map(([, pair]) => pair);
  if (kept.length > 0) req.headers.cookie = kept.join("; ");
  else delete req.headers.cookie;
}
