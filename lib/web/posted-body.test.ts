import { beforeEach, expect, test } from "vitest";
import { postedBody } from "./posted-body";

/** What a sender got out before it ended in that way. */
const posted = (chunks: readonly string[], end?: Error) =>
  new Request("http://portal.invalid/", {
    method: "POST",
    duplex: "half",
    body: new ReadableStream({
      pull(stream) {
        const chunk = chunks[sent++];
        if (chunk !== undefined) return stream.enqueue(Buffer.from(chunk));
        return end ? stream.error(end) : stream.close();
      },
    }),
  } as RequestInit);
let sent = 0;

beforeEach(() => {
  sent = 0;
});

test("what is posted in pieces is read as one", async () => {
  expect(await postedBody(posted(["a=1", "&b=2"]))).toBe("a=1&b=2");
});

test("more than anybody would sign is not read to its end", async () => {
  expect(await postedBody(posted(Array.from({ length: 50 }, () => "x".repeat(10_000))))).toBeUndefined();
  expect(sent).toBeLessThan(20);
});

test("a sender who is gone in the middle of it has sent nothing; any other failure is one", async () => {
  const gone = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  expect(await postedBody(posted(["a=1"], gone))).toBeUndefined();
  await expect(postedBody(posted(["a=1"], new Error("unread")))).rejects.toThrow("unread");
});
