import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clearSiteData } from "./clear-site-data";

function cleared(cookies: string[], https = false) {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  clearSiteData(res, { https });
  return res.getHeader("clear-site-data");
}

const GONE = "lineup.session=; Max-Age=0; Path=/; HttpOnly";

test("logging out takes along what the browser keeps of the pages, and no cookie", () => {
  expect(cleared([GONE])).toBe('"cache", "storage"');
  expect(cleared([`__Host-${GONE}`], true)).toBe('"cache", "storage"');
  expect(cleared(["lineup-flash=x; Path=/", GONE])).toBe('"cache", "storage"');
});

test("nothing else does", () => {
  expect(cleared([])).toBeUndefined();
  expect(cleared(["lineup-flash=; Max-Age=0"])).toBeUndefined();
  expect(cleared(["lineup.session=abc; Max-Age=2592000"])).toBeUndefined();
  // As somebody else at once: the old cookie goes, a new one comes.
  expect(cleared([GONE, "lineup.session=abc; Path=/"])).toBeUndefined();
});
