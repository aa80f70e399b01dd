import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import type { Page } from "../intercept";

const FONTS = ".next/static/media";
const latin = existsSync(FONTS) ? readdirSync(FONTS).find((name) => /^geist_latin.*\.woff2$/.test(name)) : undefined;

/** Our letters, which whoever was here before has already; where they don't come, the system's. */
const face = latin
  ? `@font-face{font-family:Geist;src:url(/_next/static/media/${latin}) format("woff2");font-weight:400 700}`
  : "";

/** As components/styles/tokens.css and the card of pages for people outside have it. */
const style = `${face}
:root{color-scheme:light dark;--paper:light-dark(oklch(.986 .004 84),oklch(.19 .006 265));--panel:light-dark(oklch(1 0 84),oklch(.222 .007 265));--line:light-dark(oklch(.912 .006 84),oklch(.3 .009 265));--line-strong:light-dark(oklch(.82 .008 84),oklch(.42 .011 265));--ink:light-dark(oklch(.23 .012 265),oklch(.945 .004 265));--ink-2:light-dark(oklch(.44 .013 265),oklch(.77 .009 265));--accent:light-dark(oklch(.5 .17 262),oklch(.73 .13 262))}
body{box-sizing:border-box;margin:0;min-height:100dvh;padding:32px 16px 48px;display:grid;place-content:center;gap:20px;background:var(--paper);color:var(--ink);font:14px/20px Geist,system-ui,sans-serif}
header{text-align:center;font-weight:600}
main{box-sizing:border-box;width:min(480px,calc(100vw - 32px));padding:32px;border:1px solid var(--line);border-radius:10px;background:var(--panel)}
h1{font-size:22px;line-height:28px;letter-spacing:-.02em;margin:0 0 8px}
p{margin:0 0 12px;color:var(--ink-2)}
a{display:inline-block;padding:7px 14px;margin:8px 4px 20px 0;border:1px solid var(--line-strong);border-radius:6px;color:var(--ink);font-weight:500;text-decoration:none}
a:hover{border-color:var(--ink-2)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
small{font-size:12.5px;color:var(--ink-2)}
code{overflow-wrap:anywhere}
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** Its own policy: this one style, by hash, our letters, and nothing else at all. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

type Words = { status: number; title: string; main: string };

/** A page that stands by itself: no script, no file that it needs, nothing of Next's. `main` is markup of ours, with nothing typed in it. */
export const plainPage = ({ status, title, main }: Words): Page => ({
  status,
  headers,
  body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Lineup</title><style>${style}</style></head>
<body><header>Lineup</header><main>${main}</main></body></html>
`,
});
