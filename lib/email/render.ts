import { plainTextSelectors, render } from "@react-email/render";
import { compile } from "html-to-text";
import { type TemplateName, templates } from "./templates";

export type Rendered = { subject: string; html: string; text: string };

/** Always the same for the same letter, so that a repeated attempt matches its idempotency key. */
export async function renderLetter(
  template: TemplateName,
  props: Record<string, string | undefined>,
  url?: string,
): Promise<Rendered> {
  const { subject, element } = templates[template].draw(url === undefined ? props : { ...props, url });
  const html = await render(element);
  return { subject, html, text: `${textOf(html).trim()}\n` };
}

/** As `toPlainText` of @react-email/render does, which works its rules out anew for every letter: a fifth of what one costs. */
const textOf = compile({
  wordwrap: false,
  selectors: [
    ...plainTextSelectors,
    { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
});
