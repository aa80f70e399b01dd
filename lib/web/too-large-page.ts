import { plainPage } from "./plain-page";

/** The same as `serverActions.bodySizeLimit` in next.config.ts, which answers a larger form with a failure. */
export const MOST_BODY = 4 * 1024 * 1024;

/** Instead of that failure. `href=""` leads to the page of the form. */
export const tooLargePage = plainPage({
  status: 413,
  title: "Too large",
  main: `<h1>That is more than 4 MB</h1>
<p>Nothing was saved or sent. Split the file into smaller ones and send them one after the other.</p>
<a href="">Back to the form</a>`,
});
