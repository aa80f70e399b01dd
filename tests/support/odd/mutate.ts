import { callByScript, callWithoutScript, type Fields, FORM_TYPE, formBytes } from "../forms/posted";
import type { RawRequest } from "./raw";
import { HEADERS, type Header, JUNK, NAMES, ROUTER_WAYS, STATES, TREES, TYPES } from "./values";

/** `cookies`: of browsers that the server knows; they may send more. */
export type Known = { pages: readonly string[]; actions: readonly string[]; cookies: readonly string[] };

/** Makes requests up, from honest ones: the same for the same numbers. */
export function oddRequests(random: () => number, { pages, actions, cookies }: Known) {
  const whole = (below: number) => Math.floor(random() * below);
  const one = <T>(of: readonly T[]): T => of[whole(of.length)] as T;
  const junk = () => one(JUNK)(whole);

  const honest = (): RawRequest & { fields: Fields } => {
    const [id, isScripted] = [one(actions), random() < 0.5];
    const typed: Fields = NAMES.filter(() => random() < 0.6).map((name) => [name, random() < 0.7 ? "nobody" : junk()]);
    const fields = isScripted
      ? callByScript(typed, random() < 0.5 ? undefined : call())
      : [...typed, ...callWithoutScript(random() < 0.6 ? undefined : call(), `{"id":"${id}","bound":"$@1"}`)];
    const headers: [string, string][] = [
      ["Content-Type", FORM_TYPE],
      ...(isScripted ? [["Next-Action", id] as [string, string]] : []),
    ];
    if (random() < 0.5) headers.push(["Accept", "text/html"]);
    if (random() < 0.4) headers.push(["Cookie", one(cookies)]);
    return {
      method: "POST",
      path: one(pages),
      headers,
      body: Buffer.alloc(0),
      framing: one(["length", "chunks", "chunks", "crumbs"]),
      fields,
    };
  };

  const call = () =>
    `[${one(STATES).replace("?", () => JSON.stringify(junk()).slice(1, -1))}${one(["", ',"$K1"', ',"$K2"', ",1,2"])}]`;

  /** What is shown already, as Next's router says it; or nothing of the kind. */
  const tree = () => {
    const text = one(TREES).replace("?", () => JSON.stringify(junk()).slice(0, 2000));
    return random() < 0.7 ? encodeURIComponent(text.toWellFormed()) : headerJunk(text);
  };

  const fieldChanges = [
    (fields: Fields) => fields.filter(() => random() < 0.8),
    (fields: Fields) => [...fields, ...fields.filter(() => random() < 0.3)],
    (fields: Fields) =>
      fields.map(([name, value]): [string, string] => (random() < 0.3 ? [name, junk()] : [name, value])),
    (fields: Fields) =>
      fields.map(([name, value]): [string, string] => (random() < 0.2 ? [junk(), value] : [name, value])),
    (fields: Fields) => [
      ...fields,
      ...Array.from({ length: one([10, 90, 200, 3000]) }, (_, n): [string, string] => [`_1_f${n}`, ""]),
    ],
    (fields: Fields) => [
      ...fields,
      [
        one(["$ACTION_REF_2", "$ACTION_ID_x", "$ACTION_1:2", "0", "1", "S1", "_1_", "1_", "__proto__"]),
        junk(),
      ] as const,
    ],
  ];

  const byteChanges = [
    (body: Buffer) => body.subarray(0, whole(body.length + 1)),
    (body: Buffer) =>
      Buffer.concat([
        body.subarray(0, whole(body.length + 1)),
        Buffer.from(junk(), "latin1"),
        body.subarray(whole(body.length + 1)),
      ]),
    (body: Buffer) => Buffer.from(body.map((byte) => (random() < 0.01 ? whole(256) : byte))),
    (body: Buffer) => Buffer.concat([body, body]),
    () => Buffer.from(junk(), "latin1"),
  ];

  const requestChanges: ((request: RawRequest) => RawRequest)[] = [
    (r) => ({
      ...r,
      headers: r.headers.map(([name, value]) => (name === "Content-Type" ? [name, one(TYPES)] : [name, value])),
    }),
    (r) => ({ ...r, headers: r.headers.filter(() => random() < 0.6) }),
    (r) => ({ ...r, headers: [...r.headers, [one(HEADERS), headerJunk(junk())]] }),
    (r) => ({
      ...r,
      headers: r.headers.map(([name, value]) => (name === "Next-Action" ? [name, headerJunk(junk())] : [name, value])),
    }),
    (r) => ({ ...r, method: one(["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "BREW"]) }),
    (r) => ({
      ...r,
      path: `${r.path}${one(["?", "/", "?next=", "&_rsc=", "%", ";"])}${encodeURI(junk().slice(0, 3000).toWellFormed())}`,
    }),
    (r) => ({ ...r, path: `${r.path}?${one(["a&", "next=/&", "a[]=1&"]).repeat(whole(2000))}` }),
    (r) => ({ ...r, framing: "lie" }),
    (r) => ({ ...r, times: 2 + whole(5) }),
    (r) => ({ ...r, method: "GET", headers: [...one(ROUTER_WAYS), ["Next-Router-State-Tree", tree()]] }),
    (r) => ({ ...r, headers: [...r.headers, ["Cookie", distinct(whole(1200), "=b; ")]] }),
    (r) => ({
      ...r,
      headers: [
        ...r.headers,
        ...distinct(whole(300), ",")
          .split(",")
          .filter(Boolean)
          .map((name): Header => [name, "x"]),
      ],
    }),
  ];

  return (): RawRequest => {
    const { fields, ...request } = honest();
    const kept = random() < 0.5 ? one(fieldChanges)(fields) : fields;
    const bytes = Buffer.from(formBytes(kept), random() < 0.8 ? "utf8" : "latin1");
    const changed = { ...request, body: random() < 0.3 ? one(byteChanges)(bytes) : bytes };
    return random() < 0.5 ? one(requestChanges)(changed) : changed;
  };
}

const headerJunk = (text: string) => text.slice(0, 4000).replace(/[^\x20-\x7e]/g, "?");

const distinct = (count: number, end: string) => Array.from({ length: count }, (_, at) => `a${at}${end}`).join("");
