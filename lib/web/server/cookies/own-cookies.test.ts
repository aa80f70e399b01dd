import { readdirSync, readFileSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { keepOwnCookies, OURS } from "./own-cookies";

function request(cookie: string) {
  const req = new IncomingMessage(new Socket());
  req.headers.cookie = cookie;
  return req;
}

test("what a browser keeps for somebody else goes no further", () => {
  const req = request("theme=dark; __prerender_bypass=1; lineup.session=a; theme=light; other=1");
  keepOwnCookies(req, { https: false });
  expect(req.headers.cookie).toBe("theme=light; lineup.session=a");
  const foreign = request("other=1");
  keepOwnCookies(foreign, { https: true });
  expect(foreign.headers.cookie).toBeUndefined();
});

test("every cookie that Lineup names is among its own", () => {
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => readFileSync(`${folder}/${file}`, "utf8")),
  );
  const named = sources.flatMap((text) => [...text.matchAll(/cookieName\("([^"]+)"/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !OURS.includes(name ?? ""))).toEqual([]);
});
