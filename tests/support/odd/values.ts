export const NAMES = [
  "identifier",
  "password",
  "next",
  "email",
  "token",
  "confirmPassword",
  "firstName",
  "timeZone",
  "once",
  "memberId",
  "role",
  "file",
];

export const STATES = [
  '{"attempt":0}',
  '{"attempt":0,"values":{"a":"?"}}',
  "null",
  '"?"',
  '"$F1"',
  '"$undefined"',
  "{}",
  '{"attempt":?}',
  '{"attempt":-1}',
  "[?]",
  '{"attempt":0,"then":"$h1"}',
  "{",
];

export const TYPES = [
  "multipart/form-data",
  "multipart/form-data; boundary=",
  'multipart/form-data; boundary="',
  "multipart/form-data; boundary=-",
  "multipart/form-data; charset=utf-16; boundary=----a-boundary",
  "multipart/mixed; boundary=x",
  "text/plain;charset=UTF-8",
  "application/json",
  "application/x-www-form-urlencoded",
  "x",
  "",
];

export const HEADERS = [
  "Content-Encoding",
  "Expect",
  "Accept",
  "Accept-Language",
  "Cookie",
  "Origin",
  "RSC",
  "Next-Router-State-Tree",
  "Next-Router-Prefetch",
  "Next-Url",
  "If-None-Match",
  "Range",
  "User-Agent",
  "X-Forwarded-Host",
  "X-Forwarded-For",
  "X-Lineup-Internal",
  "X-Action-Forwarded",
  "Upgrade",
  "Referer",
  "Sec-Fetch-Site",
  "X-Request-Id",
  "Transfer-Encoding",
  "Content-Length",
];

export type Header = [string, string];

/** How Next's router asks for a page, and for parts of one. */
export const ROUTER_WAYS: Header[][] = [
  [["RSC", "1"]],
  [
    ["RSC", "1"],
    ["Next-Router-Prefetch", "1"],
  ],
  [
    ["RSC", "1"],
    ["Next-Router-Prefetch", "2"],
  ],
  [
    ["RSC", "1"],
    ["Next-Router-Prefetch", "1"],
    ["Next-Router-Segment-Prefetch", "/_tree"],
  ],
  [
    ["RSC", "1"],
    ["Next-Url", "/admin/users"],
  ],
];

export const TREES = [
  "?",
  "null",
  "[]",
  '["",{}]',
  '["",?]',
  '["",{"children":?}]',
  '["",{"__proto__":["b",{}]}]',
  '["",{"children":["login",{"children":["__PAGE__",{}]}]},null,"refetch"]',
  '["",{"children":["login",{},null,"inside-shared-layout"]},null,null,?]',
  '[["a","b","d",null],{}]',
  `${'["",{"a":'.repeat(150)}["",{}]${"}]".repeat(150)}`,
];

/** Values that have meant something to somebody. */
export const JUNK: ((whole: (below: number) => number) => string)[] = [
  () => "",
  () => "\0",
  () => "\ud800",
  () => "\u202e\u2800",
  () => "'\"<>&\\`;--",
  () => "%00%ff%E0%A4%A",
  () => "\r\n--",
  () => "----a-boundary--",
  () => "$$$1",
  () => "__proto__",
  () => "constructor",
  () => "../../../etc/passwd",
  () => "//evil.test",
  () => "lineup.session=x.y.z; lineup-flash=%",
  () => '["",{"children":["__PAGE__",{}]},null,null,true]',
  (whole) => `$${"RXFhQWKBAni@TDN"[whole(15)]}${whole(20).toString(16)}`,
  (whole) => "[".repeat(whole(30_000)),
  (whole) => '{"a":'.repeat(whole(5000)),
  (whole) => "9".repeat(whole(20_000)),
  (whole) => "a@".repeat(whole(20_000)),
  (whole) => "\u00e9".repeat(whole(20_000)),
  (whole) => `"$R${whole(9)}",`.repeat(whole(8000)),
  (whole) => " ".repeat(whole(20_000)),
  (whole) => "-".repeat(whole(40_000)),
];
