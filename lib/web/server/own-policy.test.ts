import { beforeEach, expect, it, vi } from "vitest";
import { serving } from "@/tests/support/run/serving";
import { OWN_POLICY } from "./own-policy";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

it("an answer that has a policy of its own has that one and no other", async () => {
  const own = "default-src 'none'; sandbox";
  const { ask } = await serving((req, res) => {
    if (req.url === "/own") res.setHeader(OWN_POLICY, own);
    res.end();
  });
  const { headers } = await ask("/own");
  expect([headers["content-security-policy"], headers[OWN_POLICY]]).toEqual([own, undefined]);
  expect((await ask("/other")).headers["content-security-policy"]).toContain("script-src 'self' 'nonce-");
});
