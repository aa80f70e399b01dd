import Bowser from "bowser";

/** What many share, and each page about logins says ten times: asking the parser takes longer than a row of a table. */
const named = new Map<string, string>();
const MOST_NAMED = 500;

/** A browser's own description of itself as people say it: "Chrome on Windows"; "Unknown device" for none. */
export function deviceName(userAgent: string): string {
  const known = named.get(userAgent);
  if (known !== undefined) return known;
  if (named.size >= MOST_NAMED) named.clear();
  const name = nameOf(userAgent);
  named.set(userAgent, name);
  return name;
}

function nameOf(userAgent: string): string {
  if (userAgent === "") return "Unknown device";
  const { browser, os, platform } = Bowser.parse(userAgent);
  const apple = platform.vendor === "Apple" && platform.type !== "desktop" ? platform.model : undefined;
  const where = apple ?? os.name;
  if (!browser.name) return where ?? "Unknown device";
  return where ? `${browser.name} on ${where}` : browser.name;
}
