import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  byScript,
  callByScript,
  callWithoutScript,
  type Fields,
  FORM_TYPE,
  formBytes,
  posted,
} from "@/tests/support/forms/posted";
import { cookiesOfKnown } from "@/tests/support/known-browser";
import { type Handler, serving } from "@/tests/support/run/serving";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

/** Answers with the fields that Next would read. */
const fieldsSeen: Handler = async (req, res) => {
  const type = String(req.headers["content-type"]);
  const form = await new Response(await text(req), { headers: { "content-type": type } }).formData();
  res.end(JSON.stringify([...form]));
};

/** The status of an answer, and whether Next was asked for it. */
async function answerTo(asked: Parameters<Awaited<ReturnType<typeof serving>>["ask"]>[1], path = "/login") {
  const handler = vi.fn(fieldsSeen);
  const { ask } = await serving(handler);
  const { status, body } = await ask(path, asked);
  return { status, body, reached: handler.mock.calls.length === 1 };
}

const typed: Fields = [
  ["identifier", "ana"],
  ["role", "1"],
  ["role", "2"],
];

describe("a form as our pages send it", () => {
  it("reaches Next as it was, by a script and without", async () => {
    for (const [fields, headers] of [
      [[...typed, ...callWithoutScript()], {}],
      [callByScript(typed), byScript],
    ] as const) {
      const { status, body } = await answerTo(posted(fields, headers));
      expect([status, JSON.parse(body)]).toEqual([200, fields]);
    }
  });

  it("is sent on, when another version's page could not send it, without an action", async () => {
    expect(await answerTo(posted(typed), "/send-again?page=%2Flogin")).toMatchObject({ status: 200, reached: true });
    expect(await answerTo(posted(typed), "/login")).toMatchObject({ status: 400, reached: false });
    const [cookie = ""] = await cookiesOfKnown();
    const many = Array.from({ length: 7000 }, (_, at): [string, string] => [`f${at}`, ""]);
    expect(await answerTo(posted(many, { cookie }), "/send-again?page=%2Flogin")).toMatchObject({
      status: 413,
      reached: false,
    });
  });

  it("keeps its files", async () => {
    const handler: Handler = async (req, res) => {
      const type = String(req.headers["content-type"]);
      const form = await new Response(await text(req), { headers: { "content-type": type } }).formData();
      const file = form.get("_1_file");
      res.end(file instanceof File ? `${file.name} ${file.type} ${await file.text()}` : "none");
    };
    const { ask } = await serving(handler);
    const file = `--x\r\nContent-Disposition: form-data; name="_1_file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\na;b\r\n`;
    const call = formBytes(callByScript([])).replaceAll("----a-boundary", "x");
    const { body } = await ask("/admin/users/invite", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x", ...byScript },
      body: file + call,
    });
    expect(body).toBe("people.csv text/csv a;b");
  });

  it("may have some files, not as many as it has fields", async () => {
    const [cookie = ""] = await cookiesOfKnown();
    const file = '------a-boundary\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n';
    const sent = (files: number) => {
      const body = file.repeat(files) + formBytes(callWithoutScript());
      return answerTo({ method: "POST", headers: { "content-type": FORM_TYPE, cookie }, body }, "/admin/users");
    };
    expect(await sent(10)).toMatchObject({ status: 200, reached: true });
    expect(await sent(5800)).toMatchObject({ status: 413, reached: false });
  });

  it("is shown again with what was typed in it, signs that React escapes among it", async () => {
    const state = JSON.stringify([{ ok: false, errors: {}, values: { a: "$$5", b: ["x"] }, attempt: 3 }, "$K1"]);
    expect(await answerTo(posted(callByScript(typed, state), byScript))).toMatchObject({ status: 200 });
  });
});

it.each(["/nowhere", "/api/nothing", "/api/webhooks/other", "/api/webhooks/resend/", "/__nextjs_font", "/a.js"])(
  "is read so at %s, too, where there is no page",
  async (path) => {
    const form = posted(callByScript(typed, "null"), byScript);
    expect(await answerTo(form, path)).toMatchObject({ status: 400, reached: false });
  },
);

describe("what is no form", () => {
  const body = formBytes([...typed, ...callWithoutScript()]);
  it.each([
    ["without a boundary", { "content-type": "multipart/form-data" }, body, 400],
    ["cut off", { "content-type": FORM_TYPE }, body.slice(0, -30), 400],
    ["cut off before its first field", { "content-type": FORM_TYPE }, body.slice(0, 10), 400],
    ["empty", { "content-type": FORM_TYPE }, "", 400],
    ["with another boundary", { "content-type": "multipart/form-data; boundary=other" }, body, 400],
    ["text", { "content-type": "text/plain" }, "[]", 415],
    ["text by a script", { "content-type": "text/plain;charset=UTF-8", ...byScript }, "[]", 415],
    ["JSON", { "content-type": "application/json", ...byScript }, "[]", 415],
    ["urlencoded", { "content-type": "application/x-www-form-urlencoded" }, "identifier=ana", 415],
    ["of no type", {}, "identifier=ana", 415],
    ["packed", { "content-type": FORM_TYPE, "content-encoding": "gzip" }, body, 415],
  ])("is refused: %s", async (_, headers, body, status) => {
    for (const page of [{}, { accept: "text/html" }])
      expect(await answerTo({ method: "POST", headers: { ...headers, ...page }, body })).toMatchObject({
        status,
        reached: false,
        body: expect.stringMatching(status === 415 ? /not sent as a form/ : /could not be read/),
      });
  });
});

describe("a call that none of our forms makes", () => {
  const state = '{"attempt":0}';
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  it.each([
    ...["", "x", "null", "[]", "[1,2,3]", '"$undefined"', '"$F1"', "{}", deep, `[${state}]`, `[${state},"x"]`],
    ...[`[null,"$K1"]`, `["$undefined","$K1"]`, `["$K1","$K1"]`, `[{},"$K1"]`, `[${state},"$K1",1]`],
    ...[`[{"attempt":"x"},"$K1"]`, `[{"attempt":1e300},"$K1"]`, `[{"attempt":0,"a":${deep}},"$K1"]`],
    ...["$R5", "$X5", "$F1", "$h1", "$1:a:b", "$Q1", "$@2", "$n999", "$D1", "$T", "\\u0024R5"].map(
      (mark) => `[{"attempt":0,"values":{"a":["${mark}"]}},"$K1"]`,
    ),
  ])("is refused by a script: %#", async (call) => {
    const form = posted(callByScript(typed, call), byScript);
    expect(await answerTo(form)).toMatchObject({ status: 400, reached: false });
  });

  it.each(["x", "toString", "__proto__", "7F".repeat(21), ""])("is refused by the action's id %j", async (id) => {
    const form = posted(callByScript(typed), { "next-action": id });
    expect(await answerTo(form)).toMatchObject({ status: 400, reached: false });
  });

  it.each([
    ["a model of its own", [...callByScript(typed), ["2", "{}"]]],
    ["another name", [...callByScript(typed), ["S1", "{}"]]],
    ["the call twice", [...callByScript(typed), ["0", "[]"]]],
    ["no call", typed.map(([name, value]) => [`_1_${name}`, value])],
  ] as [string, Fields][])("is refused by a script: %s", async (_, fields) => {
    expect(await answerTo(posted(fields, byScript))).toMatchObject({ status: 400, reached: false });
  });

  const id = "7f".repeat(21);
  it.each([
    ["no call", []],
    ["two calls", [...callWithoutScript(), ["$ACTION_REF_2", ""]]],
    ["an action alone", [[`$ACTION_ID_${id}`, ""]]],
    ["a thousand actions", Array.from({ length: 90 }, () => [`$ACTION_ID_${id}`, ""])],
    ["a state of nothing", callWithoutScript("null")],
    ["no state", callWithoutScript("[]")],
    ["two states", callWithoutScript(`[${state},${state}]`)],
    ["a state that is cut off", callWithoutScript("[")],
    ["a deep state", callWithoutScript(deep)],
    ["a state that React would look up", callWithoutScript('["$F1"]')],
    ["an action without a state", callWithoutScript(undefined, `{"id":"${id}","bound":null}`)],
    ["an action with another state", callWithoutScript(undefined, `{"id":"${id}","bound":"$@9"}`)],
    ["an action of another name", callWithoutScript(undefined, '{"id":"toString","bound":"$@1"}')],
    [
      "a long key",
      callWithoutScript().map(([name, value]) => [name, name === "$ACTION_KEY" ? "k".repeat(999) : value]),
    ],
  ] as [string, Fields][])("is refused without a script: %s", async (_, call) => {
    expect(await answerTo(posted([...typed, ...call]))).toMatchObject({ status: 400, reached: false });
  });
});

describe("a form that is too large", () => {
  const field = (size: number): Fields => [["a", "x".repeat(size)], ...callWithoutScript()];
  const many = (count: number): Fields => [
    ...Array.from({ length: count }, (_, n): [string, string] => [`f${n}`, ""]),
    ...callWithoutScript(),
  ];

  it.each([
    ["/login", field(64 * 1024)],
    ["/welcome?token=x", field(64 * 1024)],
    ["/admin/users/new", field(1024 * 1024)],
    ["/admin/users/invite", field(4 * 1024 * 1024)],
    ["/login", many(120)],
    ["/admin/users", many(7000)],
  ])("is refused at %s, whether it says how large it is or not", async (path, fields) => {
    const [cookie = ""] = await cookiesOfKnown();
    const { headers: { "content-length": _, ...headers } = {}, ...form } = posted(fields, { cookie });
    expect(await answerTo({ ...form, headers }, path)).toMatchObject({ status: 413, reached: false });
    expect(await answerTo(posted(fields, { cookie }), path)).toMatchObject({ status: 413, reached: false });
  });

  it("is refused for one part with three megabytes of headers", async () => {
    const body = formBytes(callWithoutScript()).replace("\r\n", `\r\n${"X-A: b\r\n".repeat(400_000)}`);
    const [cookie = ""] = await cookiesOfKnown();
    const form = { method: "POST", headers: { "content-type": FORM_TYPE, cookie }, body };
    expect(await answerTo(form, "/admin/users/invite")).toMatchObject({ status: 413, reached: false });
  });

  it("is not what an Admin sends", async () => {
    const [cookie = ""] = await cookiesOfKnown();
    expect(await answerTo(posted(many(4900), { cookie }), "/admin/numbers/x")).toMatchObject({ status: 200 });
    const file = posted(field(3.9 * 1024 * 1024), { cookie });
    expect(await answerTo(file, "/admin/users/invite")).toMatchObject({ status: 200 });
  });
});

describe("what a provider posts", () => {
  const post = (body: string) => ({
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  it.each(["/api/webhooks/resend", "/api/webhooks/twilio", "/api/webhooks/twilio/status?m=1"])(
    "reaches %s as it was sent, and no longer than anybody would sign",
    async (path) => {
      const fields = "MessageSid=SM1&Body=caf%C3%A9+%2B";
      expect(await answerTo(post(fields), path)).toMatchObject({
        status: 200,
        reached: true,
        body: '[["MessageSid","SM1"],["Body","café +"]]',
      });
      expect(await answerTo(post("x".repeat(100_001)), path)).toMatchObject({ status: 413, reached: false });
    },
  );
});
