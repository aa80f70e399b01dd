import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What the eye would notice of a page, and what axe finds on it, each in words. Paper has nobody to press anything. */
export async function faultsOf(page: Page): Promise<string[]> {
  const axe = (await page.evaluate(() => matchMedia("print").matches)) ? [] : await axeOn(page);
  return [...axe, ...(await page.evaluate(seen))];
}

async function axeOn(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`);
}

/** In the page: what is wider than the window, words in two parts, words that are cut and nowhere whole. */
function seen(): string[] {
  const found: string[] = [];
  const wider = document.documentElement.scrollWidth - innerWidth;
  if (wider > 0) found.push(`${wider} pixels are cut off`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (
      !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      parent.closest(".sr-only, svg, script, style")
    )
      continue;
    const text = node.textContent ?? "";
    for (const { 0: word, index } of text.matchAll(/[^\s-]+-?/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)),
      );
      if (lines.size > 1) found.push(`broken: ${word}`);
    }
    const isCut = parent.scrollWidth > parent.clientWidth + 1 && getComputedStyle(parent).overflowX === "hidden";
    if (isCut && text.trim() && !parent.closest("[title]")) found.push(`cut: ${text.trim()}`);
  }
  return [...new Set(found)];
}
