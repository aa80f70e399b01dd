import { afterEach, beforeEach, expect, test } from "vitest";
import { provide } from "@/lib/env";
import { serving } from "@/tests/support/run/serving";
import { holdsWord } from "./mailbox-door";

const WORD = "Word-of_this-start";

beforeEach(() => provide({ LINEUP_EMBEDDED: "1", LINEUP_MAILBOX_WORD: WORD }));
afterEach(() => provide({ LINEUP_EMBEDDED: "", LINEUP_MAILBOX_WORD: "" }));

const door = (appUrl = "http://lineup.test") => serving((req, res) => void res.end(`next sees ${req.url}`), { appUrl });

test.each([
  ["/dev/mailbox", ""],
  ["/dev/mailbox/0190-ab", ""],
  ["/dev/mailbox/0190-ab/html", ""],
  ["/dev/mailbox", "?page=2"],
])("the right word at %s%s becomes a cookie and leaves the address", async (path, rest) => {
  const { ask } = await door();
  const { status, headers } = await ask(`${path}${rest ? `${rest}&` : "?"}word=${WORD}`);
  expect({ status, location: headers.location }).toEqual({ status: 303, location: `${path}${rest}` });
  expect(headers["set-cookie"]).toEqual([`lineup-mailbox=${WORD}; Path=/dev; HttpOnly; SameSite=Strict`]);
  expect(headers["referrer-policy"]).toBe("no-referrer");
});

test("over https the cookie goes nowhere else", async () => {
  const { ask } = await door("https://lineup.test");
  const { headers } = await ask(`/dev/mailbox?word=${WORD}`);
  expect(headers["set-cookie"]?.[0]).toMatch(/; Secure$/);
});

test.each([
  "/dev/mailbox?word=",
  "/dev/mailbox?word=wrong",
  `/dev/mailbox?words=${WORD}`,
  `/login?word=${WORD}`,
  `/dev/mailboxes?word=${WORD}`,
  `/dev/mailbox/..//evil.test?word=${WORD}`,
  `/dev/mailbox/a/b/c?word=${WORD}`,
])("%s opens nothing", async (path) => {
  const { headers, body } = await (await door()).ask(path);
  expect(headers).not.toHaveProperty("set-cookie");
  expect(body).toBe(`next sees ${path}`);
});

test("a browser is believed the word of this start alone", () => {
  const jar = (value?: string) => ({
    get: (name: string) => (value && name === "lineup-mailbox" ? { value } : undefined),
  });
  expect([jar(WORD), jar("of the start before"), jar()].map(holdsWord)).toEqual([true, false, false]);
});
