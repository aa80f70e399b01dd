import { cookies } from "next/headers";
import { sessionCookie } from "../auth/nextauth";
import { cookieName } from "../cookie-name";
import { env } from "../env";
import { LEFT_LISTS, type List, queryOf } from "../left-lists";

/** A list as it was left: its search, its filters, its order and its page. */
export async function asLeft(list: List): Promise<string> {
  const jar = await cookies();
  const of = (name: string) => jar.get(name)?.value ?? "";
  const lists = of(cookieName(LEFT_LISTS, { https: env().secureCookies }));
  const query = queryOf(list, { session: of(sessionCookie()), lists });
  return query ? `${list}?${query}` : list;
}
