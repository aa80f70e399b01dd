import type { IncomingMessage, ServerResponse } from "node:http";
import { decode } from "next-auth/jwt";
import pLimit from "p-limit";
import { cookieName } from "../../cookie-name";
import { env } from "../../env";
import { places } from "../../live/places";
import type { Present } from "../../live/present";
import { Here, tellHere } from "../../live/tell-here";
import { together } from "../../live/together";
import { watch } from "../../live/watch";
import { log } from "../../log";
import { openStreams } from "../../metrics";
import { cookieOf } from "./cookies/own-cookies";
import { pathOf } from "./refusal/refusal";

const LIVE = "/api/live";

/** Where an open page tells which thread is before somebody, and whether they write in it: courtesy towards colleagues. */
const HERE = "/api/live/here";

export const isLivePath = (path: string) => path === LIVE || path === HERE;

/** Few at a time, and none that would wait behind many: the next one comes in five seconds. */
const tellings = pLimit(4);
const MOST_WAITING = 40;

/** Whoever hears nothing for twice as long takes the line for cut, and comes back. */
const BEAT_MS = 2000;

/** More than these aren't named: as many as two batches of texts have threads. */
const MOST_NAMED = 200;

/** Who takes nothing in for so long is gone. */
const DEAF_MS = 30_000;

/** So that idle sessions end and rights are asked anew, whatever was told; some sooner, so that not all come back at once. */
const lifeOf = () => 15 * 60_000 * (0.7 + Math.random() * 0.3);

/** All that a process may hold; memory is some 20 kB each. */
const MOST_STREAMS = 5000;

/** What a browser may tell of its pages between two beats: each that is seen tells once in five seconds, and when something begins. */
const MOST_TOLD = 40;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform",
  // Otherwise nginx keeps what is told until there is more of it.
  "x-accel-buffering": "no",
  // What ends is over: the next stream may belong to another process.
  connection: "close",
};

type Stream = ReturnType<typeof streamTo>;

/**
 * Server-sent events for open pages, answered here and not by Next, which takes five times the memory. They hold hints:
 * the page asks for what it shows, as ever.
 */
export function liveStreams({ https, most = MOST_STREAMS }: { https: boolean; most?: number }) {
  const streams = places<Stream>(most);
  const told = new Map<string, number>();
  const state = { ended: false };
  const beating = setInterval(() => {
    told.clear();
    for (const each of streams.all()) each.beat();
  }, BEAT_MS);
  beating.unref();

  async function open(req: IncomingMessage, res: ServerResponse) {
    const token = await secretIn(req, { https });
    if (!token) return refuse(res, 401);
    if (state.ended) return refuse(res, 503);
    const stream = streamTo(res);
    const watching = await watch(token, stream);
    if (!watching) return refuse(res, 401);
    const { memberId, leave } = watching;
    const place = !state.ended && !res.closed && streams.take(memberId, stream);
    if (!place) {
      leave();
      return refuse(res, 503);
    }
    openStreams.inc();
    res.once("close", () => {
      leave();
      streams.leave(memberId, stream);
      openStreams.dec();
    });
    place.gone?.end();
    stream.begin();
  }

  async function hear(req: IncomingMessage, res: ServerResponse) {
    req.resume();
    const token = await secretIn(req, { https });
    const here = Here.safeParse(Object.fromEntries(new URL(req.url ?? "/", "http://portal.invalid").searchParams));
    if (!token) return refuse(res, 401);
    if (!here.success) return refuse(res, 400);
    const times = (told.get(token) ?? 0) + 1;
    told.set(token, times);
    if (times > MOST_TOLD) return refuse(res, 429);
    if (tellings.pendingCount < MOST_WAITING && !(await tellings(() => tellHere(token, here.data))))
      return refuse(res, 404);
    res.writeHead(204).end();
  }

  return {
    /** True when the request was for a stream, or tells of a page that has one. */
    answer(req: IncomingMessage, res: ServerResponse): boolean {
      const isHere = pathOf(req) === HERE && req.method === "POST";
      if (!isHere && (pathOf(req) !== LIVE || req.method !== "GET")) return false;
      (isHere ? hear : open)(req, res).catch((error: unknown) => {
        log.error("live.failed", error);
        if (res.headersSent) res.destroy();
        else refuse(res, 503);
      });
      return true;
    },
    /** Before a server waits for the answers under way: these would never end. */
    end() {
      state.ended = true;
      clearInterval(beating);
      for (const each of streams.all()) each.end();
    },
  };
}

async function secretIn(req: IncomingMessage, how: { https: boolean }): Promise<string | undefined> {
  const name = cookieName("lineup.session", how);
  const token = cookieOf(req, name);
  if (token === "") return undefined;
  const jwt = await decode({ token, secret: env().authSecrets, salt: name }).catch(() => null);
  return jwt?.sessionToken;
}

/** Whoever finds no place, or told too much, is told to wait. */
const refuse = (res: ServerResponse, status: number) =>
  void res
    .writeHead(status, {
      ...{ "content-type": "text/plain; charset=utf-8", connection: "close" },
      ...((status === 503 || status === 429) && { "retry-after": "2" }),
    })
    .end();

/** What is told between two writes is told together. A line that is full keeps it until it has drained. */
function streamTo(res: ServerResponse) {
  const waiting = { ids: new Set<string>(), isAll: false };
  const line = { isOpen: false, fullSince: 0, until: Date.now() + lifeOf() };
  const telling = together(flush);

  function write(event: string, data = "-") {
    if (res.write(`event: ${event}\ndata: ${data}\n\n`)) return;
    line.fullSince ||= Date.now();
    res.once("drain", () => {
      line.fullSince = 0;
      telling.soon();
    });
  }

  /** False where there was nothing, or no way just now. */
  function flush(): boolean {
    const { ids, isAll } = waiting;
    if (!line.isOpen || line.fullSince > 0 || (ids.size === 0 && !isAll)) return false;
    if (isAll) write("anew");
    else write("changed", ids.size > MOST_NAMED ? undefined : [...ids].join(" "));
    ids.clear();
    waiting.isAll = false;
    return true;
  }

  /** Nothing is written after it, also of what was waiting. */
  function end() {
    line.isOpen = false;
    telling.stop();
    res.end();
  }

  return {
    begin() {
      res.writeHead(200, HEADERS);
      res.socket?.setNoDelay(true);
      line.isOpen = true;
      waiting.isAll = true;
      flush();
    },
    changed(conversationId: string) {
      waiting.ids.add(conversationId);
      telling.soon();
    },
    here({ conversationId, memberId, state, name }: Present) {
      if (line.isOpen && line.fullSince === 0) write("here", [conversationId, memberId, state, name].join(" "));
    },
    anew() {
      waiting.isAll = true;
      telling.soon();
    },
    over(lines: readonly string[] | null) {
      if (line.isOpen && lines) write("over", lines.join(" ") || "-");
      if (line.isOpen && !lines) write("out");
      end();
    },
    beat() {
      if (!line.isOpen) return;
      if (Date.now() > line.until) return end();
      if (line.fullSince === 0) return write("beat");
      if (Date.now() - line.fullSince > DEAF_MS) res.destroy();
    },
    end,
  };
}
