/** The part of html-to-text that we and @react-email/render use; the package brings no types. */
declare module "html-to-text" {
  export type SelectorDefinition = { selector: string; format?: string; options?: Record<string, unknown> };
  export type HtmlToTextOptions = { wordwrap?: false; selectors?: SelectorDefinition[] };
  export const compile: (options: HtmlToTextOptions) => (html: string) => string;
}
