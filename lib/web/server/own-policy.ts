import type { ServerResponse } from "node:http";
import type { Page } from "./intercept";

const POLICY = "content-security-policy";

/** Every answer has a policy before Next sees it, and Next lets a route set no header that is there: so by another name. */
export const OWN_POLICY = "x-lineup-policy";

/** A page that stands by itself, as a route's answer. */
export function pageAnswer({ status, body, headers }: Page): Response {
  const { [POLICY]: policy = "", ...others } = headers;
  return new Response(body, { status, headers: { ...others, [OWN_POLICY]: policy } });
}

/** At the last moment. */
export function takeOwnPolicy(res: ServerResponse): void {
  const own = res.getHeader(OWN_POLICY);
  if (own === undefined) return;
  res.setHeader(POLICY, own);
  res.removeHeader(OWN_POLICY);
}
