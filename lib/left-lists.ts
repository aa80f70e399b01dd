import { createHash } from "node:crypto";

/** What the browser knows of them: one cookie for all, in the browser's session. */
export const LEFT_LISTS = "lineup-lists";

/** Lists from which one opens what stands in them, and to which one returns. */
export const LISTS = ["/admin/users", "/admin/numbers", "/admin/groups", "/contacts", "/campaigns"] as const;
export type List = (typeof LISTS)[number];

/** A search that is longer is left behind: a cookie goes along with everything. */
const LONGEST = 400;

/** `session`: the cookie of who is logged in; somebody else on this browser finds nothing of theirs. */
type Cookies = { session: string; lists: string };

/** The query that a list was left with; "" for the list as it begins, or another person's. */
export const queryOf = (list: List, cookies: Cookies): string => leftIn(cookies).get(list) ?? "";

/** The cookie once a list is shown with a query; undefined where it says so already. */
export function withQuery(cookies: Cookies, { list, query }: { list: List; query: string }): string | undefined {
  const kept = query.length <= LONGEST ? query : "";
  const left = leftIn(cookies);
  if ((left.get(list) ?? "") === kept) return undefined;
  if (kept) left.set(list, kept);
  else left.delete(list);
  return `${tagOf(cookies)}.${Buffer.from(String(left)).toString("base64url")}`;
}

function leftIn(cookies: Cookies): URLSearchParams {
  const [tag, lists = ""] = cookies.lists.split(".");
  return new URLSearchParams(tag === tagOf(cookies) ? Buffer.from(lists, "base64url").toString() : "");
}

const tagOf = ({ session }: Cookies) => createHash("sha256").update(session).digest("base64url").slice(0, 16);
