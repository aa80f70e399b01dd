import { eq } from "drizzle-orm";
import { describe, expect, it, test, vi } from "vitest";
import { conversations, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { receiveText } from "../../messages/receive/receive-text";
import { mediaDownload } from "../../web/media-download";
import { messagesOf } from "../get";
import { getMedia } from "./get-media";
import { mediaAddress } from "./media-id";

vi.spyOn(process.stdout, "write").mockReturnValue(true);

const company = await makeCompany();
const line = await company.number();
const ben = await company.endUser({ lines: [line] });
const url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

async function sent(body: string) {
  const carrierId = `MM${performance.now()}`.replace(".", "x");
  const media = [
    { url, type: "image/jpeg" },
    { url: `${url}0`, type: "text/html" },
  ];
  const text = { carrierId, from: "+12025550143", to: line.e164, body, media, at: null };
  await receiveText({ name: "twilio", answersKeywords: true }, text);
  const found = await writeDb.select().from(messages).where(eq(messages.numberId, line.id)).orderBy(messages.seq);
  const message = found.at(-1);
  if (!message) throw new Error("it did not come");
  return message;
}

test("what hangs on a text is named in its thread and list, and where it lies is told to nobody", async () => {
  const message = await sent("");
  const viewer = await viewerOf(ben);
  const { rows } = await messagesOf(viewer, message.conversationId, null);
  expect(rows.at(-1)).toMatchObject({ id: message.id, body: "", media: ["image/jpeg", "text/html"] });
  expect(JSON.stringify(rows)).not.toContain("api.twilio.com");
  const [thread] = await writeDb.select().from(conversations).where(eq(conversations.id, message.conversationId));
  expect(thread?.preview).toBe("Picture, File");
});

describe("a file", () => {
  test("is found by whoever has the line, at its place", async () => {
    const { id, at } = await sent("Look");
    const viewer = await viewerOf(ben);
    expect(await getMedia(viewer, `${id}-1`)).toEqual({ url, type: "image/jpeg", at, place: 1 });
    expect(await getMedia(viewer, `${id}-2`)).toMatchObject({ url: `${url}0`, place: 2 });
    expect(mediaAddress(id, 2)).toBe(`/inbox/media/${id}-2`);
    for (const odd of [`${id}-3`, `${id}-0`, `${id}-01`, `${id}-1x`, id, "x", `${"0".repeat(36)}-1`, `${id}-1\0`])
      expect(await getMedia(viewer, odd), odd).toBeUndefined();
  });

  test("is not there for whoever lacks the line, or reads none", async () => {
    const { id } = await sent("Look");
    const stranger = (await makeCompany()).ana;
    for (const who of [await company.endUser(), company.ana, stranger])
      expect(await getMedia(await viewerOf(who), `${id}-1`)).toBeUndefined();
  });

  test("comes as something to keep, that runs nowhere", async () => {
    const media = { at: new Date("2026-03-02T10:00:00Z"), place: 2 };
    const fetched = { bytes: Buffer.from("x"), type: "image/png", ending: "png" };
    const answer = await mediaDownload(await viewerOf(ben), media, async () => fetched);
    expect([answer.status, await answer.text()]).toEqual([200, "x"]);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "image/png",
      "content-length": "1",
      "content-disposition": 'attachment; filename="from-customer-2026-03-02-2.png"',
      "x-lineup-policy": "default-src 'none'; sandbox",
    });
  });

  it.each([
    ["gone", 410],
    ["too large", 422],
    ["of no kind", 422],
    ["no answer", 502],
  ] as const)("that is %s is told of in words", async (missed, status) => {
    const viewer = await viewerOf(ben);
    const answer = await mediaDownload(viewer, { at: new Date(), place: 1 }, async () => ({ missed }));
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([status, null]);
    expect(await answer.text()).toContain("<h1>");
  });
});
