import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieName } from "../../../cookie-name";
import { LEFT_LISTS, LISTS, withQuery } from "../../../left-lists";
import { cookieOf } from "./own-cookies";
import { readsPage } from "./strip-flash";

type How = { status: number; https: boolean };

/** A list that is shown is where links back lead to, from what is opened there: see lib/web/as-left.ts. */
export function noteList(req: IncomingMessage, res: ServerResponse, { status, https }: How): void {
  const [path = "", search = ""] = (req.url ?? "").split(/\?(.*)/s);
  const list = LISTS.find((each) => each === path);
  if (!list || status !== 200 || !readsPage(req)) return;
  const name = cookieName(LEFT_LISTS, { https });
  const session = cookieOf(req, cookieName("lineup.session", { https }));
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  const lists = withQuery({ session, lists: cookieOf(req, name) }, { list, query: String(query) });
  if (lists === undefined) return;
  res.appendHeader("set-cookie", `${name}=${lists}; Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`);
}
