import { expect, test, vi } from "vitest";
import { securityEvents } from "../metrics";
import { sessionSecret } from "./session-secret";

const request = vi.hoisted(() => ({ headers: new Headers(), cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: request.cookie }) }),
  headers: async () => request.headers,
}));

test("a forged cookie is no login, and is told of once a request however often it is read", async () => {
  request.cookie = "forged";
  const toldOf = async () =>
    (await securityEvents.get()).values.find(({ labels }) => labels.event === "cookie.bad")?.value;
  for (let reading = 0; reading < 3; reading++) expect(await sessionSecret()).toBeNull();
  expect(await toldOf()).toBe(1);
  request.headers = new Headers();
  expect(await sessionSecret()).toBeNull();
  expect(await toldOf()).toBe(2);
});
