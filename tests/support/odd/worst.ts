import { callByScript, callWithoutScript, type Fields, FORM_TYPE, formBytes } from "../forms/posted";
import type { Known } from "./mutate";
import type { RawRequest } from "./raw";

const MB = 1024 * 1024;
const fields = (count: number, name = (n: number) => `_1_f${n}`): Fields =>
  Array.from({ length: count }, (_, n) => [name(n), ""]);
const FILE = '------a-boundary\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n';
const inState = (text: string) => `[{"attempt":0,"values":{"a":[${text}]}},"$K1"]`;
const filling = (bytes: number, unit: string) => unit.repeat(Math.floor(bytes / unit.length));

/**
 * What costs most for what it weighs, each as large as it may be somewhere and larger. By name. With the cookie of a
 * browser that the server knows, and without.
 */
export function worstRequests({ pages, actions, cookies: [cookie = ""] }: Known): [string, RawRequest][] {
  const [id = ""] = actions;
  const form = (body: string, scripted: boolean): Omit<RawRequest, "path"> => ({
    method: "POST",
    headers: [
      ["Content-Type", FORM_TYPE],
      ["Accept", "text/html"],
      ...(scripted ? [["Next-Action", id] as [string, string]] : []),
    ],
    body: Buffer.from(body),
    framing: "chunks",
  });
  const scripted = (call: string, more: Fields = []) => form(formBytes([...callByScript([], call), ...more]), true);
  const plain = (more: Fields) =>
    form(formBytes([...callWithoutScript(undefined, `{"id":"${id}","bound":"$@1"}`), ...more]), false);
  const bodies: [string, Omit<RawRequest, "path">][] = [
    ["90 fields", plain(fields(90))],
    ["5,900 fields", plain(fields(5900))],
    ["5,900 fields by a script", scripted('[{"attempt":0},"$K1"]', fields(5900))],
    ["20,000 fields", plain(fields(20_000))],
    ["one field 5,900 times", plain(fields(5900, () => "a"))],
    [
      "5,900 empty files",
      form(FILE.repeat(5900) + formBytes(callWithoutScript(undefined, `{"id":"${id}","bound":"$@1"}`)), false),
    ],
    ["a field of 0.9 MB", plain([["identifier", filling(0.9 * MB, "a@")]])],
    ["a field of 3.9 MB", plain([["next", filling(3.9 * MB, "/%2f")]])],
    ["a name of 0.9 MB", plain([[filling(0.9 * MB, "x"), ""]])],
    ["nearly the boundary, 3.9 MB of it", plain([["a", filling(3.9 * MB, "\r\n------a-boundar")]])],
    ["a state of 0.9 MB of objects", scripted(inState(`${filling(0.9 * MB, '{"a":{}},')}1`))],
    ["a state of 1.9 MB of objects", scripted(inState(`${filling(1.9 * MB, '{"a":{}},')}1`))],
    ["a state of 1.9 MB of numbers", scripted(inState(`${filling(1.9 * MB, "1,")}1`))],
    ["a state of 0.9 MB of one text", scripted(inState(`"${filling(0.9 * MB, "a\\n")}"`))],
    ["a state 500,000 deep", scripted(inState("[".repeat(500_000)))],
    ["100,000 streams", scripted(inState(`${filling(0.9 * MB, '"$R10",')}1`))],
    [
      "a part of 3.9 MB of headers",
      form(`------a-boundary\r\n${filling(3.9 * MB, "X-A: b\r\n")}\r\n\r\n------a-boundary--\r\n`, false),
    ],
    ["an endless word", form(filling(3.9 * MB, "x"), false)],
    ["20,000 crumbs", { ...form(filling(20_000, "x"), false), framing: "crumbs" }],
  ];
  const posts = pages.flatMap((path) =>
    bodies.flatMap(([name, request]): [string, RawRequest][] => [
      [`${path}: ${name}`, { ...request, path }],
      [`${path}, known: ${name}`, { ...request, path, headers: [...request.headers, ["Cookie", cookie]] }],
    ]),
  );
  return [...posts, ...pages.flatMap((path) => asking(path))];
}

const asking = (path: string): [string, RawRequest][] => {
  const get = (name: string, query: string, headers: [string, string][] = []): [string, RawRequest] => [
    `${path}: ${name}`,
    { method: "GET", path: path + query, headers, body: Buffer.alloc(0), framing: "length" },
  ];
  return [
    get("990 parameters", `?${"a&".repeat(990)}`),
    get("7,000 parameters", `?${"a&".repeat(7000)}`),
    get("a long way on", `?next=/${"%2f".repeat(4500)}`),
    get("a long browser", "", [["User-Agent", `Mozilla/5.0 (${"a;".repeat(7000)}`]]),
    get("3,500 cookies", "", [["Cookie", "a=1;".repeat(3500)]]),
    get("1,500 cookies of as many names", "", [
      ["Cookie", Array.from({ length: 1500 }, (_, at) => `a${at}=b`).join(";")],
    ]),
    get("a long session", "", [["Cookie", `lineup.session=${"a.".repeat(6000)}`]]),
    get("a deep tree", "", [
      ["RSC", "1"],
      ["Next-Router-State-Tree", "[".repeat(12_000)],
    ]),
    get("a deep tree that can be read", "", [
      ["RSC", "1"],
      ["Next-Router-State-Tree", `${'["",{"a":'.repeat(1000)}["",{}]${"}]".repeat(1000)}`],
    ]),
    get("many languages", "", [["Accept-Language", "a-b;q=1,".repeat(1700)]]),
  ];
};
