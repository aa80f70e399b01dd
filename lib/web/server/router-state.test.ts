import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { couldBeRouter } from "./router-state";

/** As the browser's router says what it shows. */
function asks(tree: string): boolean {
  const req = new IncomingMessage(new Socket());
  req.headers["next-router-state-tree"] = tree;
  return couldBeRouter(req);
}

const page = (search: string) => JSON.stringify(["", { children: [`__PAGE__?${JSON.stringify({ q: search })}`, {}] }]);

test.each(["ana", "[".repeat(100), `"${"[".repeat(100)}`, `\\"${"[".repeat(100)}"]\\`, "王"])(
  "what somebody looks for may be %j",
  (search) => expect(asks(encodeURIComponent(page(search)))).toBe(true),
);

test("nobody's page lies a hundred levels deep", () => {
  expect(asks(encodeURIComponent(`${"[".repeat(100)}"a"${"]".repeat(100)}`))).toBe(false);
});

test.each(['"', '\\"', '["'])("megabytes of %j are looked through once", (sign) => {
  expect(asks(encodeURIComponent(`"${sign.repeat(1_000_000)}`))).toBe(false);
});
