import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { pipeToNodeResponse } from "next/dist/server/pipe-readable";
import { expect, test } from "vitest";
import { takeTries } from "@/lib/auth/throttle";
import { keepBooks } from "@/lib/change";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { csvDownload } from "../text/csv";
import { download, downloadsOf } from "./download";

async function* nobody() {
  yield [];
}
const file = () => ({ name: "users-2026-01-01.csv", header: ["Name"], pages: nobody() });

test("three hundred files an hour, then a page that says so; a colleague has as many of their own", async () => {
  const { ana, endUser } = await makeCompany();
  const viewer = await viewerOf(ana);
  await keepBooks((tx) => takeTries(tx, downloadsOf(viewer), 299));
  expect((await download(viewer, file())).status).toBe(200);
  expect((await download(viewer, file())).status).toBe(429);
  expect((await download(await viewerOf(await endUser()), file())).status).toBe(200);
});

/** Takes what is written when it pleases, one piece at a time. */
class SlowSocket extends Socket {
  taken = 0;
  override _write(chunk: Buffer, _: string, done: () => void) {
    setImmediate(() => {
      this.taken += chunk.length;
      done();
    });
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "", done);
  }
}

test("whoever reads slowly holds up whoever writes: three pages at most are made ahead", async () => {
  const [PAGES, SIZE] = [50, 100_000];
  const socket = new SlowSocket();
  const ahead: number[] = [];
  async function* pages() {
    for (let page = 1; page <= PAGES; page++) {
      ahead.push(page - Math.floor(socket.taken / SIZE));
      yield "x".repeat(SIZE);
    }
  }
  const answer = new ServerResponse(new IncomingMessage(socket));
  answer.assignSocket(socket);
  socket.on("drain", () => answer.emit("drain"));
  const { body } = csvDownload({ name: "x.csv", header: ["Page"], pages: pages() });
  if (body) await pipeToNodeResponse(body, answer);
  expect(socket.taken).toBeGreaterThan(PAGES * SIZE);
  expect(ahead).toHaveLength(PAGES);
  expect(Math.max(...ahead)).toBeLessThanOrEqual(3);
});
