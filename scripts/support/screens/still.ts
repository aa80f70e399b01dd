import type { Page } from "@playwright/test";

/** What is another at each run: every moment has the same figures, every face the same hue, so that one commit's pictures are always the same. */
export async function still(page: Page) {
  await page.evaluate(() => {
    for (const face of document.querySelectorAll<HTMLElement>(".avatar, td.who"))
      face.style.setProperty("--tint", "262");
    // A picture of a whole page that is scrolled would have it in its middle.
    document.querySelector<HTMLElement>(".skip:not(:focus)")?.style.setProperty("display", "none");
    scrollTo(0, 0);
    // Each text stays the one that React knows: an answer may still be on its way into the page.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = (text.nodeValue ?? "").replaceAll(/\bin \d+ (min|h)\b/g, "in 00 $1");
      text.nodeValue = text.parentElement?.closest("time") ? words.replaceAll(/\d+/g, "00") : words;
    }
  });
}
