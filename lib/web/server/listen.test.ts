import { createServer, get } from "node:http";
import { afterEach, expect, test } from "vitest";
import { freePort } from "@/db/embedded/free-port";
import { provide } from "@/lib/env";
import { listen, openInside } from "./listen";

afterEach(() => provide({ HOST: "", LINEUP_EMBEDDED: "" }));

const status = (host: string, port: number) =>
  new Promise<number | string>((resolve) => {
    get({ host, port, agent: false }, (res) => resolve(res.resume().statusCode ?? 0)).on("error", (error) =>
      resolve("code" in error ? String(error.code) : error.message),
    );
  });

const hasIPv6 = () =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(0, "::1", () => probe.close(() => resolve(true)));
  });

test("the embedded database's portal answers at both addresses of this computer, and at no other", async () => {
  provide({ LINEUP_EMBEDDED: "1" });
  const port = await freePort();
  const { drain } = await listen(
    createServer((_, res) => void res.end("here")),
    port,
  );
  expect(await status("127.0.0.1", port)).toBe(200);
  if (await hasIPv6()) expect(await status("::1", port)).toBe(200);
  expect(await status("127.0.0.2", port)).toBe("ECONNREFUSED");
  await drain();
  expect(await status("127.0.0.1", port)).toBe("ECONNREFUSED");
  if (await hasIPv6()) expect(await status("::1", port)).toBe("ECONNREFUSED");
});

test("what is being answered at the second address is finished before it closes", async () => {
  if (!(await hasIPv6())) return;
  provide({ LINEUP_EMBEDDED: "1" });
  const port = await freePort();
  const { drain } = await listen(
    createServer((_, res) => void setTimeout(() => res.end("late"), 300)),
    port,
  );
  const asked = status("::1", port);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await drain();
  expect(await asked).toBe(200);
});

test("what is being answered reaches the same process from inside while no new requests are taken", async () => {
  const inside = createServer((_, res) => void res.end("inside"));
  const origin = await openInside(inside);
  const port = await freePort();
  const { drain } = await listen(
    createServer(async (_, res) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const answer = await fetch(origin);
      res.writeHead(answer.status).end(await answer.text());
    }),
    port,
  );
  const asked = status("127.0.0.1", port);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await drain();
  expect(await asked).toBe(200);
  inside.close();
});
