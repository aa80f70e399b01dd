import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { derivedKey } from "@/lib/crypto";
import { log, requestAtWork } from "@/lib/log";
import { requests } from "@/lib/metrics";
import { tellSecurity } from "@/lib/security";
import { clearSiteData } from "./cookies/clear-site-data";
import { noteList } from "./cookies/note-list";
import { keepOwnCookies } from "./cookies/own-cookies";
import { stripFlash } from "./cookies/strip-flash";
import { believe } from "./forwarded";
import { guardFailures, wantsDocument } from "./guard-failures";
import { contentPolicy, securityHeaders, withoutToken } from "./headers";
import { isLivePath } from "./live-stream";
import { bringsWord, letIn } from "./mailbox-door";
import { type Gather, tellMetrics } from "./metrics-page";
import { takeOwnPolicy } from "./own-policy";
import { pack } from "./packing/pack";
import { formOf, newsOf } from "./posted-form";
import { notFoundPage } from "./refusal/not-found-page";
import { foreign, notFound, pathOf, type Refusal, refusal } from "./refusal/refusal";
import { withBody } from "./request-body";
import { takesForms, takesNews } from "./request-limits";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
type Options = {
  appUrl: string;
  trustProxy: number;
  dev: boolean;
  patience?: number;
  metrics?: Gather;
  /** True when the request was for a stream of news, which is answered for as long as the page is open. */
  live?: (req: IncomingMessage, res: ServerResponse) => boolean;
  /** The origin at which this process can be asked from inside. */
  inside?: string;
};

/** Next repeats a request's headers when it fetches a page from itself after an action; by this we know it is us. */
const INTERNAL = "x-lineup-internal";

/** Between a client and this server alone: Next repeats them to itself, too, and fails over them. */
const NOT_PASSED_ON = ["upgrade", "expect", "te", "trailer", "content-security-policy-report-only"];

/** What every request passes before Next sees it, and every answer before the browser does. */
export function wrap(
  handler: Handler,
  { appUrl, trustProxy, dev, patience = 10_000, ...more }: Options,
): RequestListener {
  const https = appUrl.startsWith("https:");
  // The same in every serving process: the one that Next asks may be another.
  const secret = derivedKey("internal").toString("base64url");
  const inside = more.inside === undefined ? undefined : { origin: more.inside, headers: { [INTERNAL]: secret } };
  return (req, res) => {
    const internal = req.headers[INTERNAL] === secret;
    if (!internal) believe(req, trustProxy);
    const id = requestId(req, internal || trustProxy > 0);
    requestAtWork.run(id, () => answer(req, res, { id, internal }));
  };

  function answer(req: IncomingMessage, res: ServerResponse, { id, internal }: { id: string; internal: boolean }) {
    const address = String(req.headers["x-forwarded-for"]);
    const nonce = randomBytes(16).toString("base64");
    const policy = contentPolicy(nonce, dev);
    res.setHeader("x-request-id", id);
    for (const [name, value] of securityHeaders({ policy, https, url: req.url ?? "" })) res.setHeader(name, value);

    const isLive = !internal && isLivePath(pathOf(req));
    if (!internal && !isLive) noteAnswer(req, res, id);
    if (more.metrics && tellMetrics(req, res, more.metrics)) return;

    const refused = internal ? undefined : refusal(req, appUrl);
    if (refused === foreign)
      tellSecurity("origin.foreign", { address, origin: req.headers.origin, page: withoutToken(pathOf(req)) });
    if (refused === notFound && wantsDocument(req))
      return void notFoundPage(req, { id, inside }).then((page) => refuse(res, { ...refused, page }));
    if (refused) return refuse(res, refused);
    if (isLive && more.live?.(req, res)) return;

    Object.assign(req.headers, {
      [INTERNAL]: secret,
      "x-request-id": id,
      "x-lineup-path": req.url ?? "/",
      "content-security-policy": policy,
    });
    for (const name of NOT_PASSED_ON) delete req.headers[name];
    if (!dev) keepOwnCookies(req, { https });
    nameOwnHost(req, appUrl);
    const passing = (status: number) => {
      takeOwnPolicy(res);
      stripFlash(req, res, { status, https });
      clearSiteData(res, { https });
      noteList(req, res, { status, https });
    };
    // Next asks itself beside us: nobody gains by packing that.
    if (internal) delete req.headers["accept-encoding"];
    else if (!dev) pack(req, res);
    const how = { id, patience: dev ? 10 * 60_000 : patience, inside: internal ? undefined : inside, passing };
    const guard = () => guardFailures(req, res, how);
    const hand = (asked: IncomingMessage) => {
      const fail = guard();
      run(handler, asked, res).catch(fail);
    };
    if (!internal && bringsWord(req))
      return void letIn(req, res, { https }).then(
        (isAnswered) => isAnswered || hand(req),
        (error: unknown) => guard()(error),
      );
    if (internal || req.method !== "POST") return hand(req);
    const path = pathOf(req);
    const isForm = takesForms(path) && !(dev && path.startsWith("/__nextjs"));
    if (!isForm && !takesNews(path)) return hand(req);
    (isForm ? formOf(req, { https }) : newsOf(req))
      .then((posted) => ("status" in posted ? refuse(res, posted) : hand(withBody(req, posted))))
      .catch((error: unknown) => guard()(error));
  }
}

/** What the browser keeps for good is no news. */
const isFile = (path: string) => /^\/(_next\/|icon\.svg$|favicon\.ico$)/.test(path);

/**
 * Counted by hundreds of statuses: a label must not have as many values as there are mistakes. And one line in the log,
 * without the query, which may hold a link's token. `cut`: nobody waited for the end.
 */
function noteAnswer(req: IncomingMessage, res: ServerResponse, id: string) {
  const began = performance.now();
  const { method = "" } = req;
  const path = withoutToken(pathOf(req)).replace(/%40/g, "@").slice(0, 300);
  res.once("close", () => {
    const { statusCode: status, writableFinished } = res;
    const ms = Math.round(performance.now() - began);
    const labels = {
      method: method === "POST" || method === "GET" ? method : "other",
      status: `${Math.floor(status / 100)}xx`,
    };
    requests.observe(labels, ms / 1000);
    if (isFile(path)) return;
    const cut = writableFinished ? {} : { cut: true };
    requestAtWork.run(id, () => log.info("request", { method, path, status, ms, ...cut }));
  });
}

async function run(handler: Handler, req: IncomingMessage, res: ServerResponse) {
  await handler(req, res);
}

/** Ours, so that an event in the log is one request; a trusted proxy's when it sends one. */
function requestId(req: IncomingMessage, trusted: boolean) {
  const said = req.headers["x-request-id"];
  return trusted && typeof said === "string" && /^[\w-]{8,64}$/.test(said) ? said : randomUUID();
}

/**
 * Next compares Origin with the host once more. Behind a proxy that renames the host APP_URL is the name that counts,
 * and a "null" that has come this far is our own page's, which sends no referrer.
 */
function nameOwnHost({ headers, method }: IncomingMessage, appUrl: string) {
  if (method === "GET" || (headers.origin !== appUrl && headers.origin !== "null")) return;
  Object.assign(headers, { origin: appUrl, "x-forwarded-host": new URL(appUrl).host });
}

const TEXT = { "content-type": "text/plain; charset=utf-8" };

const LINGER = 1000;

/** Who is still sending reads no answer, and one who wants the connection closed would never get it: a moment's patience. */
function refuse(res: ServerResponse, { status, says, page, headers = {} }: Refusal) {
  const { req } = res;
  const shown = page && wantsDocument(req) ? page : { headers: TEXT, body: `${says}\n` };
  const uncached = { "cache-control": "private, no-store" };
  for (const [name, value] of Object.entries({ ...uncached, ...shown.headers, ...headers })) res.setHeader(name, value);
  res.statusCode = status;
  req.resume();
  const answer = () => {
    // Nobody waits for the rest of it.
    if (!req.complete) res.setHeader("connection", "close");
    res.end(shown.body);
  };
  if (req.complete) return answer();
  req.once("end", answer);
  setTimeout(answer, LINGER).unref();
}
