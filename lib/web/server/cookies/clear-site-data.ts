import type { ServerResponse } from "node:http";
import { cookieName } from "../../../cookie-name";

/**
 * Where the session's cookie is taken away, what the browser keeps of the pages goes with it (ASVS 5.0 V14.3.1). Not
 * "cookies": they hold what the browser is known by, and the words of the next page.
 */
export function clearSiteData(res: ServerResponse, how: { https: boolean }): void {
  const name = cookieName("lineup.session", how);
  const setting = [res.getHeader("set-cookie") ?? []].flat().map(String);
  const ours = setting.filter((cookie) => cookie.startsWith(`${name}=`));
  if (ours.length > 0 && ours.every(isTakenAway)) res.setHeader("clear-site-data", '"cache", "storage"');
}

const isTakenAway = (cookie: string) => /^[^=]+=(;|$)/.test(cookie) || /;\s*max-age=0(;|$)/i.test(cookie);
