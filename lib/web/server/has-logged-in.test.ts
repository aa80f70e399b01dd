import { connect } from "node:net";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { callWithoutScript, type Fields, posted } from "@/tests/support/forms/posted";
import { cookiesOfKnown } from "@/tests/support/known-browser";
import { seen, serving } from "@/tests/support/run/serving";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const AGAIN = "/send-again?page=%2Fadmin%2Fusers%2Finvite";

/** The status of an answer, and whether Next was asked for it. */
async function answerTo(asked: Parameters<Awaited<ReturnType<typeof serving>>["ask"]>[1], path: string) {
  const handler = vi.fn(seen);
  const { ask } = await serving(handler);
  const { status, body } = await ask(path, asked);
  return { status, body, reached: handler.mock.calls.length === 1 };
}

describe("a form of more than 64 kB", () => {
  const large: Fields = [["a", "x".repeat(64 * 1024)], ...callWithoutScript()];
  /** With the length said, and in pieces. */
  const asked = (cookie: string) => {
    const { headers, ...form } = posted(large, { cookie, accept: "text/html" });
    const { "content-length": _, ...inPieces } = headers;
    return [
      { ...form, headers },
      { ...form, headers: inPieces },
    ];
  };

  it.each(["/admin/users/invite", "/admin/users/new", "/admin/users", "/nowhere", AGAIN])(
    "is taken at %s from a browser in which somebody has logged in, also when their session has ended",
    async (path) => {
      for (const cookie of await cookiesOfKnown())
        for (const form of asked(cookie))
          expect(await answerTo(form, path)).toMatchObject({ status: 200, reached: true });
    },
  );

  it.each(["/admin/users/invite", "/admin/users/new", "/admin/users", "/nowhere", AGAIN])(
    "is refused at %s from any other, which is told how to keep it",
    async (path) => {
      const [session = "", mark = ""] = await cookiesOfKnown();
      const forged = [session.slice(0, -4), mark.slice(0, -4), "lineup.session=x.y.z", "lineup.browser=x", "a=1"];
      for (const cookie of [...forged, session.replace("lineup.session", "x.lineup.session")])
        for (const form of asked(cookie)) {
          const said = expect.stringContaining("Log in in another tab");
          expect(await answerTo(form, path)).toMatchObject({ status: 413, reached: false, body: said });
        }
    },
  );

  it("is refused before it has come, where its length is said", async () => {
    const { headers } = posted(large);
    const { port } = await serving(seen);
    const head = Object.entries({ host: "lineup.test", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(port, "127.0.0.1", () => socket.write(`POST ${AGAIN} HTTP/1.1\r\n${head.join("")}\r\n`));
    expect(await new Promise((resolve) => socket.once("data", (data) => resolve(String(data))))).toContain(" 413 ");
    socket.destroy();
  });
});
