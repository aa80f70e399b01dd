import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { eq, sql } from "drizzle-orm";
import { pipeToNodeResponse } from "next/dist/server/pipe-readable";
import { expect, test } from "vitest";
import { roleAssignments, sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { takeTries } from "@/lib/auth/throttle";
import { keepBooks } from "@/lib/change";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import type { Viewer } from "../access/viewer";
import { logOut } from "../auth/log-out";
import { disableMember } from "../members/disable";
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

async function* tenPages() {
  for (let page = 1; page <= 10; page++) yield [["Row"]];
}

/** A file of ten pages, of which the first has been read; what follows. */
async function reading(viewer: Viewer) {
  const { body } = await download(viewer, { ...file(), pages: tenPages() });
  const text = body?.pipeThrough(new TextDecoderStream()).getReader();
  await text?.read();
  return async () => {
    let rest = "";
    for (let piece = await text?.read(); piece?.value; piece = await text?.read()) rest += piece.value;
    return rest;
  };
}

test("of a long file nothing follows once whoever reads it may see less than at its beginning", async () => {
  const { ana, admin, endUser } = await makeCompany();
  const [gone, demoted, colleague] = [await endUser(), await admin(), await endUser()];
  const less = [await reading(await viewerOf(gone)), await reading(await viewerOf(demoted))];
  const asMuch = await reading(await viewerOf(colleague));
  await disableMember(await viewerOf(ana), { memberId: gone.memberId, once: onceKey() });
  await writeDb.delete(roleAssignments).where(eq(roleAssignments.memberId, demoted.memberId));
  for (const rest of less) {
    const said = await rest();
    expect(said).toContain("The rest is not here: you are logged out, or what you may see has changed meanwhile.");
    expect(said.match(/Row/g)?.length ?? 0).toBeLessThan(4);
  }
  expect((await asMuch()).match(/Row/g)).toHaveLength(10);
});

test("of a long file nothing follows once its reader is logged out, there or everywhere; another device's goes on", async () => {
  const { ana, endUser } = await makeCompany();
  const person = await endUser();
  const [here, ended] = [await viewerOf(person), await viewerOf(person)];
  const [elsewhere, forgetful] = [await viewerOf(ana), await viewerOf(await endUser())];
  const [loggedOut, endedThere] = [await reading(here), await reading(ended)];
  const [goesOn, over] = [await reading(elsewhere), await reading(forgetful)];
  await logOut(here);
  await keepBooks((tx) => tx.delete(sessions).where(eq(sessions.id, ended.sessionId)));
  await keepBooks((tx) =>
    tx.update(sessions).set({ expiresAt: sql`now()` }).where(eq(sessions.id, forgetful.sessionId)),
  );
  for (const rest of [loggedOut, endedThere, over]) {
    const said = await rest();
    expect(said).toContain("The rest is not here: you are logged out, or what you may see has changed meanwhile.");
    expect(said.match(/Row/g)?.length ?? 0).toBeLessThan(4);
  }
  expect((await goesOn()).match(/Row/g)).toHaveLength(10);
});

test("of many files two at a time ask for a page, and each is written to its end", async () => {
  const { endUser } = await makeCompany();
  const seen = { now: 0, most: 0 };
  async function* pages() {
    for (let page = 1; page <= 5; page++) {
      seen.most = Math.max(seen.most, ++seen.now);
      await new Promise((done) => setImmediate(done));
      seen.now--;
      yield [["Row"]];
    }
  }
  const viewer = await viewerOf(await endUser());
  const files = await Promise.all(Array.from({ length: 8 }, () => download(viewer, { ...file(), pages: pages() })));
  const texts = await Promise.all(files.map((each) => each.text()));
  expect(seen.most).toBe(2);
  for (const text of texts) expect(text.match(/Row/g)).toHaveLength(5);
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
