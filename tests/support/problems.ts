import type { BrowserContext } from "@playwright/test";

export type Problems = {
  watch: (context: BrowserContext) => void;
  /** What this test brings about on purpose, such as an answer of 503. */
  allow: (expected: RegExp) => void;
  /** What went wrong unexpectedly. */
  found: () => string[];
};

const ASSETS = new Set(["script", "stylesheet", "font", "image"]);

/** Whatever a browser complains about: console errors, CSP violations among them, exceptions, answers of 5xx. */
export function problems(): Problems {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const watch = (context: BrowserContext) => {
    context.on("weberror", (error) => seen.push(`exception: ${error.error().stack ?? error.error().message}`));
    context.on("console", (message) => {
      // A missing resource is judged by its answer below, which says more.
      if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
      seen.push(`console: ${message.text()} (${message.page()?.url() ?? ""})`);
    });
    context.on("response", (response) => {
      const status = response.status();
      const asset = ASSETS.has(response.request().resourceType());
      if (status >= 500 || (asset && status >= 400)) seen.push(`${status}: ${response.url()}`);
    });
  };
  return {
    watch,
    allow: (expected) => void allowed.push(expected),
    found: () => seen.filter((each) => !allowed.some((expected) => expected.test(each))),
  };
}
