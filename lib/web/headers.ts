type Asked = { policy: string; https: boolean; url: string };

const always: [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
];

/** A year, as browsers ask for at least (RFC 6797). Subdomains are not ours to speak for. */
const transport: [string, string] = ["strict-transport-security", "max-age=31536000"];

/** The security headers of one response. Only Next's own hashed files may be cached; they get their header from Next. */
export function securityHeaders({ policy, https, url }: Asked): [string, string][] {
  const headers: [string, string][] = [
    ...always,
    ["content-security-policy", isLetterPreview(url) ? letterPolicy : policy],
    ["referrer-policy", holdsToken(url) ? "no-referrer" : "same-origin"],
  ];
  if (https) headers.push(transport);
  if (!url.startsWith("/_next/static/")) headers.push(["cache-control", "private, no-store"]);
  return headers;
}

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
export const holdsToken = (url: string) => /^\/(welcome|reset-password)(?=[/?]|$)|[?&]token=|%3Ftoken%3D/i.test(url);
