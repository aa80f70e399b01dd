import type { Page } from "../intercept";
import { plainPage } from "./plain-page";

const wait = { "retry-after": "5" };

/** Instead of Next's own failure page, which is blank without JavaScript. `href=""` leads to the address it is shown at. */
export function failurePage(event: string, status: number): Page {
  const page = plainPage({
    status,
    title: "Something went wrong",
    main: `<h1>Something went wrong on our side</h1>
<p>Nothing that was saved is lost. What you were doing just now may not have been saved.</p>
<p>Wait a moment and try again. If it keeps happening, tell an Admin of your company and give them the event below.</p>
<a href="">Try again</a> <a href="/">Back to the portal</a><br><small>Event <code>${event}</code></small>`,
  });
  return { ...page, headers: { ...page.headers, ...wait } };
}

/** The same for a program, or for Next's router, which then loads the page afresh. */
export const failureText = (event: string, status: number): Page => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", ...wait },
  body: `Something went wrong on our side. Event ${event}\n`,
});
