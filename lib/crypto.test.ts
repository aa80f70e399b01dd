import { afterEach, expect, test } from "vitest";
import { seal, unseal } from "./crypto";
import { env, provide } from "./env";

const [before, later] = [env().authSecret, "another secret, long enough for anybody"];

afterEach(() => provide({ AUTH_SECRET: before, AUTH_SECRET_PREVIOUS: "" }));

test("what was sealed is read again for the same use alone", () => {
  const sealed = seal("outbox", "https://x.example/welcome?token=abc");
  expect(unseal("outbox", sealed)).toBe("https://x.example/welcome?token=abc");
  expect(() => unseal("something else", sealed)).toThrow();
});

test("after AUTH_SECRET has changed, what is sealed under the one before is still read while that is named", () => {
  const sealed = seal("outbox", "a link");
  provide({ AUTH_SECRET: later, AUTH_SECRET_PREVIOUS: before });
  expect(unseal("outbox", sealed)).toBe("a link");
  expect(unseal("outbox", seal("outbox", "a newer one"))).toBe("a newer one");
  provide({ AUTH_SECRET_PREVIOUS: "" });
  expect(() => unseal("outbox", sealed)).toThrow();
});
