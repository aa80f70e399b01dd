import type { Locator } from "@playwright/test";

/** Picks by value or by label: of the browser's own list, or by typing and Enter where it is one to search in. */
export async function choose(field: Locator, words: string) {
  const isNative = await field.evaluate((element) => element.tagName === "SELECT");
  if (isNative) return void (await field.selectOption(words));
  await field.fill(words);
  await field.press("Enter");
}
