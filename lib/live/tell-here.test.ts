import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeCompany, type Person } from "@/tests/support/cast";
import { sessionCookieOf } from "@/tests/support/login";
import { seen, serving } from "@/tests/support/run/serving";
import { openStream } from "@/tests/support/run/stream";
import { makeTalk } from "@/tests/support/talk";
import { liveStreams } from "../web/server/live-stream";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const company = await makeCompany();
const [line, otherLine] = [await company.number(), await company.number()];

async function portal() {
  const { port } = await serving(seen, { live: liveStreams({ https: false }).answer });
  const streamOf = async (person: Person) => {
    const { name, value } = await sessionCookieOf(person);
    return openStream(port, `${name}=${value}`);
  };
  return { port, streamOf };
}

describe("who is at a thread", () => {
  const tells = async (port: number, person: Person, thread: string, state: string) => {
    const { name, value } = await sessionCookieOf(person);
    const address = `http://localhost:${port}/api/live/here?thread=${thread}&state=${state}`;
    return (await fetch(address, { method: "POST", headers: { cookie: `${name}=${value}` } })).status;
  };

  test("is told to those who are there, too, and to nobody else; nothing is kept", async () => {
    const { port, streamOf } = await portal();
    const [ben, cara, dan] = [
      await company.endUser({ name: "Ben Ortiz", lines: [line] }),
      await company.endUser({ name: "Cara Lind", lines: [line] }),
      await company.endUser({ lines: [line] }),
    ];
    const talk = await makeTalk({ line });
    const [hers, elsewhere] = [await streamOf(cara), await streamOf(dan)];
    await hers.until("anew");
    await elsewhere.until("anew");
    expect(await tells(port, ben, talk.id, "writing")).toBe(204);
    expect(await tells(port, cara, talk.id, "came")).toBe(204);
    expect(await hers.until("here")).toBe(`${talk.id} ${ben.memberId} writing Ben Ortiz`);
    await tells(port, ben, talk.id, "gone");
    await hers.until("here", `${ben.memberId} gone`);
    expect(JSON.stringify(elsewhere.heard)).not.toContain("here");
  });

  test("whoever tells without end is told to wait, and others are heard", async () => {
    // No beat, at which the count begins anew, comes in between.
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const { port } = await portal();
    vi.useRealTimers();
    const [ben, cara] = [await company.endUser({ lines: [line] }), await company.endUser({ lines: [line] })];
    const talk = await makeTalk({ line });
    const { name, value } = await sessionCookieOf(ben);
    const address = `http://localhost:${port}/api/live/here?thread=${talk.id}&state=reading`;
    const tell = async () => fetch(address, { method: "POST", headers: { cookie: `${name}=${value}` } });
    for (let times = 0; times < 40; times++) expect((await tell()).status).toBe(204);
    const refused = await tell();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    expect(await tells(port, cara, talk.id, "reading")).toBe(204);
  });

  test("nobody tells of a thread that they don't find, or without a session", async () => {
    const { port } = await portal();
    const other = await makeTalk({ line: otherLine });
    const ben = await company.endUser({ lines: [line] });
    expect(await tells(port, ben, other.id, "reading")).toBe(404);
    expect(await tells(port, ben, "nonsense", "reading")).toBe(400);
    const address = `http://localhost:${port}/api/live/here?thread=${other.id}&state=reading`;
    expect((await fetch(address, { method: "POST" })).status).toBe(401);
  });
});
