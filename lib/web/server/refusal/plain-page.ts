import { createHash } from "node:crypto";
import type { Page } from "../intercept";

const style = `
:root{color-scheme:light dark;--paper:oklch(.99 .003 95);--ink:oklch(.24 .012 265);--ink-2:oklch(.46 .014 265);--accent:oklch(.5 .17 262);--line:oklch(.905 .006 95)}
@media(prefers-color-scheme:dark){:root{--paper:oklch(.185 .008 265);--ink:oklch(.94 .004 265);--ink-2:oklch(.76 .01 265);--accent:oklch(.72 .13 262);--line:oklch(.3 .01 265)}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:14px/20px Geist,system-ui,sans-serif}
main{max-width:30rem;padding:24px}
h1{font-size:22px;line-height:28px;margin:0 0 12px}
p{margin:0 0 12px;color:var(--ink-2)}
a{display:inline-block;padding:10px 16px;margin:8px 0 24px;border:1px solid var(--line);border-radius:6px;color:var(--accent);font-weight:600;text-decoration:none}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
small{font-size:12.5px;color:var(--ink-2)}
code{overflow-wrap:anywhere}
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** Its own policy: this one style, by hash, and nothing else at all. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

type Words = { status: number; title: string; main: string };

/** A page that stands by itself: no script, no file, nothing of Next's. `main` is markup of ours, with nothing typed in it. */
export const plainPage = ({ status, title, main }: Words): Page => ({
  status,
  headers,
  body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Lineup</title><style>${style}</style></head>
<body><main>${main}</main></body></html>
`,
});
