import Bowser from "bowser";

/** A browser's own description of itself as people say it: "Chrome on Windows"; "Unknown device" for none. */
export function deviceName(userAgent: string): string {
  if (userAgent === "") return "Unknown device";
  const { browser, os, platform } = Bowser.parse(userAgent);
  const apple = platform.vendor === "Apple" && platform.type !== "desktop" ? platform.model : undefined;
  const where = apple ?? os.name;
  if (!browser.name) return where ?? "Unknown device";
  return where ? `${browser.name} on ${where}` : browser.name;
}
