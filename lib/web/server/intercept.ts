import type { OutgoingHttpHeader, ServerResponse } from "node:http";

export type Page = { status: number; body: string; headers: Record<string, string> };

type Rules = {
  /** A page to send instead of an answer with this status, also one that is still made; `undefined` lets the answer pass. */
  instead: (status: number) => Page | Promise<Page> | undefined;
  /** The last moment to change the headers of an answer that passes. */
  passing: (status: number) => void;
};

/**
 * Looks at an answer just before its first byte leaves, and lets it pass or sends another page and swallows the rest.
 * Gives a function that sends a page now, unless an answer has begun. docs/decisions/052 says when this can go.
 */
export function intercept(res: ServerResponse, rules: Rules): (page: Page) => boolean {
  const { writeHead, write, end } = res;
  let state: "open" | "passed" | "replaced" = "open";

  const swallow = () => Object.assign(res, { writeHead: () => res, write: () => true, end: () => res });

  const give = (page: Page) => {
    Object.assign(res, { writeHead, write, end });
    send(res, page);
    swallow();
  };

  const replace = (page: Page | Promise<Page>) => {
    if (state !== "open") return false;
    state = "replaced";
    swallow();
    if (page instanceof Promise) page.then(give, (error: Error) => res.destroy(error));
    else give(page);
    return true;
  };

  const isReplaced = (status: number) => {
    if (state !== "open") return state === "replaced";
    const page = rules.instead(status);
    if (page) return replace(page);
    state = "passed";
    rules.passing(status);
    return false;
  };

  const head = (status: number, ...rest: (string | Record<string, OutgoingHttpHeader> | undefined)[]) => {
    for (const given of rest) if (typeof given === "object") setAll(res, given);
    return isReplaced(status)
      ? res
      : Reflect.apply(writeHead, res, [status, ...rest.filter((each) => typeof each === "string")]);
  };

  Object.assign(res, {
    writeHead: head,
    write: (...args: unknown[]) => (isReplaced(res.statusCode) ? true : Reflect.apply(write, res, args)),
    end: (...args: unknown[]) => (isReplaced(res.statusCode) ? res : Reflect.apply(end, res, args)),
  });
  return replace;
}

function send(res: ServerResponse, { status, body, headers }: Page) {
  for (const name of ["content-encoding", "transfer-encoding", "etag", "link", "location"]) res.removeHeader(name);
  setAll(res, { ...headers, "content-length": Buffer.byteLength(body) });
  res.statusCode = status;
  res.end(body);
}

function setAll(res: ServerResponse, headers: Record<string, OutgoingHttpHeader>) {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}
