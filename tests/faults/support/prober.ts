import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "../judge";
import type { Door } from "./clients";

const PATHS = { login: "/login", users: "/admin/users", stranger: "/admin/users" };
const PATIENCE = 30_000;

export type Prober = { pages: Page[]; stop: () => Promise<void> };

/**
 * Three people who look at a page again and again, each so many milliseconds after its answer: the login, the list with
 * a session, and the list with a made-up one.
 */
export function probe({ url, cookie }: Door, every: number): Prober {
  const pages: Page[] = [];
  const state = { stopped: false };
  const look = async (path: Page["path"]) => {
    const headers = {
      accept: "text/html",
      ...(path === "users" && { cookie }),
      ...(path === "stranger" && { cookie: "lineup.session=x" }),
    };
    for (; !state.stopped; await sleep(every)) {
      const began = Date.now();
      const seen = await fetch(url + PATHS[path], {
        headers,
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      })
        .then(async (answer) => seenIn(path, answer, await answer.text()))
        .catch(() => "none" as const);
      pages.push({ path, began, ms: Date.now() - began, seen });
    }
  };
  const looking = Promise.all([look("login"), look("users"), look("stranger")]);
  return {
    pages,
    stop: async () => {
      state.stopped = true;
      await looking;
    },
  };
}

const GOOD = { login: "Log in</h1>", users: "Users</h1>" };

function seenIn(path: Page["path"], { status, headers }: Response, html: string): Page["seen"] {
  if (path === "stranger") {
    if (status === 200) return "let in";
    if (headers.get("location")?.startsWith("/login")) return "good";
  } else if (status === 200 && html.includes(GOOD[path])) return "good";
  const ours = status >= 500 && html.includes("Something went wrong on our side") && !/\n\s+at .+:\d+/.test(html);
  return ours ? "clean" : "unclean";
}
