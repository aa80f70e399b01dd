import { type IncomingMessage, request } from "node:http";
import { vi } from "vitest";

type Event = { is: string; data: string };

/** A stream of server-sent events, opened as a page does; beats are left out. */
export async function openStream(port: number, cookie: string) {
  const heard: Event[] = [];
  const all: Event[] = [];
  const state = { isOver: false };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ port, path: "/api/live", headers: { cookie, accept: "text/event-stream" } }, resolve)
      .on("error", reject)
      .end();
  });
  let text = "";
  answer.setEncoding("utf8").on("data", (piece: string) => {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop() ?? "";
    for (const [, is = "", data = ""] of blocks.map((block) => /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []))
      if (is !== "beat") for (const each of [heard, all]) each.push({ is, data });
  });
  answer.once("close", () => {
    state.isOver = true;
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    heard,
    /** Also what was waited for. */
    all,
    isOver: () => state.isOver,
    /** Until it was told so, after all that was heard before. */
    until: (is: string, data?: string) =>
      vi.waitFor(
        () => {
          const at = heard.findIndex((each) => each.is === is && (data === undefined || each.data.includes(data)));
          if (at < 0) throw new Error(`not told: ${is} ${data ?? ""}`);
          return heard.splice(0, at + 1).at(-1)?.data;
        },
        { timeout: 60_000, interval: 10 },
      ),
    ended: () => vi.waitFor(() => state.isOver || Promise.reject(new Error("still open")), { timeout: 60_000 }),
    leave: () => answer.destroy(),
  };
}
