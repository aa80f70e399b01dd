import { expect, test, vi } from "vitest";
import { log } from "./log";
import { redact } from "./redact";

test("an event is one line of JSON", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  log.info("email.sent", { outboxId: "0190c8a2-7d3e-7c11-8a55-0a1b2c3d4e5f", attempts: 1 });
  const [text] = write.mock.calls[0] ?? [];
  write.mockRestore();
  expect(String(text).split("\n")).toHaveLength(2);
  expect(JSON.parse(String(text))).toMatchObject({
    level: "info",
    event: "email.sent",
    outboxId: "0190c8a2-7d3e-7c11-8a55-0a1b2c3d4e5f",
    attempts: 1,
  });
});

test("an error tells its id and where it was, and of a failed query only the cause", () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const failed = Object.assign(new Error("Failed query: insert … params: mara@example.com, hunter22hunter22"), {
    query: "insert …",
    cause: Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(mara@example.com)" }),
    digest: "2893712345",
  });
  const id = log.error("page.failed", failed);
  const text = String(write.mock.calls[0]?.[0]);
  write.mockRestore();
  expect(JSON.parse(text)).toMatchObject({
    id,
    error: { message: "duplicate key", code: "23505", digest: "2893712345" },
  });
  expect(text).not.toMatch(/mara|hunter22/);
});

test.each([
  ["to mara.lee@example.com now", "to m***@example.com now"],
  ["https://x.test/welcome?token=AbC&a=1", "https://x.test/welcome?token=[hidden]&a=1"],
  ["postgres://app:pw@127.0.0.1:5432/x", "postgres://127.0.0.1:5432/x"],
  ["got AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE", "got [hidden]"],
  ["key re_12345678_abc", "key [hidden]"],
  ["member 0190c8a2-7d3e-7c11-8a55-0a1b2c3d4e5f", "member 0190c8a2-7d3e-7c11-8a55-0a1b2c3d4e5f"],
])("%s", (text, expected) => expect(redact(text)).toBe(expected));

test("what is secret by its name is hidden, however deep", () => {
  expect(redact({ a: [{ newPassword: "x", at: 1 }], apiKey: "y" })).toEqual({
    a: [{ newPassword: "[hidden]", at: 1 }],
    apiKey: "[hidden]",
  });
});
