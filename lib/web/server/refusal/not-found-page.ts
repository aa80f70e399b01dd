import { plainPage } from "./plain-page";

/**
 * Instead of what Next answers when a page says "not found": an empty shell that a script fills. One page for what does
 * not exist, what is gone and what belongs to somebody else.
 */
export const notFoundPage = plainPage({
  status: 404,
  title: "Not found",
  main: `<h1>Not found</h1>
<p>It may have been moved or deleted, the address may have a typing error, or it belongs to another company.</p>
<a href="/">Back to the portal</a>`,
});
