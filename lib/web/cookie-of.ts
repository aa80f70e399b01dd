import type { IncomingMessage } from "node:http";

/** What a cookie holds; "" where the browser sends none of that name. */
export const cookieOf = ({ headers }: IncomingMessage, name: string): string =>
  (headers.cookie ?? "")
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? "";
