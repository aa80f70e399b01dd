import type { IncomingMessage, ServerResponse } from "node:http";
import { log, requestAtWork } from "@/lib/log";
import { withoutToken } from "./headers";
import { intercept } from "./intercept";
import { failurePage, failureText } from "./refusal/failure-page";
import { type Inside, notFoundPage } from "./refusal/not-found-page";
import { pathOf } from "./refusal/refusal";
import { unreadablePage } from "./refusal/refusal-pages";
import { unknownFormPage } from "./refusal/unknown-form-page";

/** Next's word for a form of a page that another version of the portal made. */
const UNKNOWN_ACTION = "x-nextjs-action-not-found";

type Guard = { id: string; patience: number; inside: Inside | undefined; passing: (status: number) => void };

/**
 * A person sees our own page when the answer is a 404, 500 or 503, to a form a 400 or 409, when it never comes, or its
 * handler throws; a form of another version is sent on. Gives what to call in the last case. A form may take three times
 * the patience: it may be saving a great many rows.
 */
export function guardFailures(req: IncomingMessage, res: ServerResponse, { id, patience, inside, passing }: Guard) {
  const document = wantsDocument(req);
  const page = (status: number) => (document ? failurePage(id, status) : failureText(id, status));
  const formPage = () => (res.hasHeader(UNKNOWN_ACTION) ? unknownFormPage(req.url ?? "/") : unreadablePage);
  const notThere = () => {
    passing(404);
    return notFoundPage(req, { id, inside });
  };
  // No query string, cookie or message: each may hold a token or an address.
  const path = withoutToken(pathOf(req));
  const record = (status: number, why: string) =>
    requestAtWork.run(id, () => log.error("request.failed", why, { status, method: req.method, path }));

  const replace = intercept(res, {
    instead: (status) => {
      clearTimeout(timer);
      if (status === 404) return document ? notThere() : undefined;
      if (status === 409 || status === 400) return document && !isRead(req) ? formPage() : undefined;
      if (status === 200 && isLost(req, res)) {
        record(503, "an action was not handed on");
        return page(503);
      }
      if (status !== 500 && status !== 503) return undefined;
      record(status, "Next answered with a failure");
      return document ? page(status) : undefined;
    },
    passing,
  });
  const timer = setTimeout(
    () => replace(page(503)) && record(503, "no answer in time"),
    isRead(req) ? patience : 3 * patience,
  );
  res.once("close", () => clearTimeout(timer));

  return (error: unknown) => {
    clearTimeout(timer);
    if (replace(page(500))) record(500, error instanceof Error ? error.name : "thrown");
    else if (!res.writableFinished) res.destroy();
  };
}

/** Next answers an empty object where the page that holds an action could not be asked for it: nothing was done. */
const isLost = (req: IncomingMessage, res: ServerResponse) =>
  req.headers["next-action"] !== undefined &&
  !req.url?.startsWith("/api/") &&
  String(res.getHeader("content-type")).startsWith("application/json");

const isRead = (req: IncomingMessage) => req.method === "GET" || req.method === "HEAD";

/** Somebody's browser window, as opposed to a fetch by Next's router or a program. */
export const wantsDocument = ({ headers }: IncomingMessage) =>
  (headers.accept ?? "").includes("text/html") && headers.rsc === undefined && headers["next-action"] === undefined;
