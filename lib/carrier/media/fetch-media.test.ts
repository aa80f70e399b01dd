import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { provide } from "../../env";
import { fetchMedia } from "./fetch-media";
import { isPublic } from "./public-address";

const SID = "AC00000000000000000000000000000001";
const MB = 1024 * 1024;
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

type Answer = (req: IncomingMessage, res: ServerResponse) => unknown;

/** What each path at the carrier answers. */
const PATHS: Record<string, Answer> = {
  "/photo": (_, res) => res.writeHead(200, { "content-type": "image/png; x=y" }).end(PNG),
  "/untold": (_, res) => res.writeHead(200, { "content-type": "application/octet-stream" }).end(PNG),
  "/page": (_, res) => res.writeHead(200, { "content-type": "text/html" }).end("<script>alert(1)</script>"),
  "/drawing": (_, res) => res.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg/>"),
  "/account": (_, res) => res.writeHead(200, { "content-type": "application/json" }).end('{"auth_token":"x"}'),
  "/gone": (_, res) => res.writeHead(404).end(),
  "/hangs": () => undefined,
  "/broken": (_, res) => res.writeHead(500).end(),
  "/says-large": (_, res) => res.writeHead(200, { "content-type": "image/png", "content-length": 11 * MB }).end(),
  "/is-large": (_, res) => {
    res.writeHead(200, { "content-type": "image/png" });
    for (let n = 0; n < 11; n++) res.write(Buffer.alloc(MB));
    res.end();
  },
  "/cut": (_, res) => {
    res.writeHead(200, { "content-type": "image/png", "content-length": 1000 });
    res.write(PNG, () => res.destroy());
  },
  "/shows-on": (_, res) => res.writeHead(307, { location: "/photo" }).end(),
  "/round": (_, res) => res.writeHead(307, { location: "/round" }).end(),
};

let base = "";
let inside = "";
let connections = 0;
const asked: { path: string; authorization: string | undefined }[] = [];

const carrier = createServer((req, res) => {
  const path = req.url ?? "";
  asked.push({ path, authorization: req.headers.authorization });
  const [, scheme, host] = /^\/to\/(\w+)\/(.+)$/.exec(path) ?? [];
  if (scheme) return res.writeHead(302, { location: `${scheme}://${host}/secret` }).end();
  (PATHS[path] ?? PATHS["/gone"])?.(req, res);
});
const within = createSocketServer((socket) => {
  connections++;
  socket.destroy();
});

beforeAll(async () => {
  for (const server of [carrier, within]) await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}`;
  inside = String((within.address() as AddressInfo).port);
  provide({ TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: "token", TWILIO_BASE_URL: base });
});
afterAll(() => {
  carrier.close();
  carrier.closeAllConnections();
  within.close();
});

const authorization = `Basic ${Buffer.from(`${SID}:token`).toString("base64")}`;

describe("a file at the carrier", () => {
  it.each(["/photo", "/shows-on", "/untold"])("is had from %s, with our credentials", async (path) => {
    asked.length = 0;
    expect(await fetchMedia(base + path, "image/png")).toEqual({ bytes: PNG, type: "image/png", ending: "png" });
    expect(asked.map((each) => each.authorization)).toEqual(asked.map(() => authorization));
  });

  test("that Twilio named is asked for at the server in its place", async () => {
    expect(await fetchMedia("https://api.twilio.com/photo", "image/png")).toMatchObject({ bytes: PNG });
  });

  it.each([
    ["/gone", "gone"],
    ["/page", "of no kind"],
    ["/drawing", "of no kind"],
    ["/account", "of no kind"],
    ["/says-large", "too large"],
    ["/is-large", "too large"],
    ["/broken", "no answer"],
    ["/cut", "no answer"],
    ["/round", "no answer"],
  ])("is not had from %s: %s", async (path, missed) =>
    expect(await fetchMedia(base + path, "image/png")).toEqual({ missed }),
  );
});

test("whoever waits behind files that don't come is told as soon as those who do", async () => {
  asked.length = 0;
  const deadlines: AbortController[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const deadline = new AbortController();
    deadlines.push(deadline);
    return deadline.signal;
  });
  const all = Array.from({ length: 6 }, () => fetchMedia(`${base}/hangs`, "image/png"));
  await vi.waitFor(() => expect(asked).toHaveLength(4), { timeout: 60_000 });
  for (const deadline of deadlines) deadline.abort();
  expect(await Promise.all(all)).toEqual(all.map(() => ({ missed: "no answer" })));
  expect(asked).toHaveLength(4);
  vi.restoreAllMocks();
});

it.each([
  "http://169.254.169.254/latest/meta-data",
  "https://mms.example/photo",
  "https://api.twilio.com.evil.example/photo",
  "https://api.twilio.com@evil.example/photo",
  "http://api.twilio.com/photo",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "",
])("nothing is asked of %s", async (address) => {
  asked.length = 0;
  expect(await fetchMedia(address, "image/png")).toEqual({ missed: "gone" });
  expect(asked).toEqual([]);
});

it.each(["127.0.0.1", "localhost", "[::1]", "2130706433", "[::ffff:127.0.0.1]"])(
  "whoever shows on to %s inside is not followed",
  async (host) => {
    for (const scheme of ["http", "https"]) {
      const address = `${base}/to/${scheme}/${host}:${inside}`;
      expect(await fetchMedia(address, "image/png"), scheme).toEqual({ missed: "no answer" });
    }
    expect(connections).toBe(0);
  },
);

test("the open net is told from what is inside", () => {
  const within = ["10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"];
  const withinSix = ["::", "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1"];
  for (const address of [...within, ...withinSix, "255.255.255.255", "nonsense"])
    expect(isPublic(address), address).toBe(false);
  for (const address of ["52.216.0.1", "2600:1f18::1"]) expect(isPublic(address), address).toBe(true);
});
