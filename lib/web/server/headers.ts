type Asked = { policy: string; https: boolean; url: string };

const always: [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
];

/** A year, as browsers ask for at least (RFC 6797); a subdomain without https could set cookies for this one. */
const transport: [string, string] = ["strict-transport-security", "max-age=31536000; includeSubDomains"];

const UNCACHED: [string, string] = ["cache-control", "private, no-store"];

/** The security headers of one response. Next's own hashed files get their caching from Next; pages are never kept. */
export function securityHeaders({ policy, https, url }: Asked): [string, string][] {
  const headers: [string, string][] = [
    ...always,
    ["content-security-policy", isLetterPreview(url) ? letterPolicy : policy],
    ["referrer-policy", holdsToken(url) ? "no-referrer" : "same-origin"],
  ];
  if (https) headers.push(transport);
  if (/^\/icon\.svg(\?|$)/.test(url)) headers.push(["cache-control", isHashed(url) ? FOREVER : AN_HOUR]);
  else if (!/^\/_next\/static\/[^?]*[^/?](\?|$)/.test(url)) headers.push(UNCACHED);
  return headers;
}

/** Where nothing is shown, and no page can have been asked for. */
export const bareHeaders = ({ https }: { https: boolean }): [string, string][] => [
  ...always,
  ["content-security-policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ["referrer-policy", "no-referrer"],
  UNCACHED,
  ...(https ? [transport] : []),
];

/** Pages name the icon by a hash of it; without one it may be another after an update. */
const isHashed = (url: string) => /^\/icon\.svg\?icon\.[\w-]+\.svg$/.test(url);
const FOREVER = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";

/** An email in the local mailbox is drawn by its own inline styles, and nothing else in it may do anything. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const isLetterPreview = (url: string) => /^\/dev\/mailbox\/[\w-]+\/html$/.test(url);

/** Also put on the request: that is how Next learns the nonce and stamps its scripts with it. */
export function contentPolicy(nonce: string, dev: boolean): string {
  const forDevelopment = dev ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Pages whose address is a secret; the address must not travel in a Referer. */
export const holdsToken = (url: string) =>
  /^\/(welcome|reset-password|[su])(?=[/?]|$)|[?&]token=|%3Ftoken%3D/i.test(url);

/** A page as the log names it: without what only its reader should know. */
export const withoutToken = (path: string) => path.replace(/^\/([su])\/.*/is, "/$1/…");
