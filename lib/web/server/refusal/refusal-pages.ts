import { plainPage } from "./plain-page";

/** Instead of a failure that Next answers. `href=""` leads to the page of the form. */
export const tooLargePage = (most: string) =>
  plainPage({
    status: 413,
    title: "Too large",
    main: `<h1>That is more than ${most}</h1>
<p>Nothing was saved or sent. Split the file into smaller ones and send them one after the other.</p>
<a href="">Back to the form</a>`,
  });

/** Where no file is expected: there is nothing to split. */
export const tooMuchPage = plainPage({
  status: 413,
  title: "Too much",
  main: `<h1>That is more than this page takes</h1>
<p>Nothing was saved or sent. Write less into the form, or choose fewer at once.</p>
<a href="">Back to the form</a>`,
});

/** From a browser in which nobody has logged in, or whose cookies were deleted while the form was open. */
export const logInFirstPage = plainPage({
  status: 413,
  title: "Log in first",
  main: `<h1>Log in first</h1>
<p>Nothing was saved or sent: this browser is logged in no more, and what you sent is too much to be kept meanwhile.
Log in in another tab. Then come back to this one, go back to the form, and send it again.</p>
<a href="/login" target="_blank">Log in in another tab</a>`,
});

/** No form of ours as a browser sends it: made by a program, cut off on its way, or of another version of Lineup. */
export const unreadablePage = plainPage({
  status: 400,
  title: "Not understood",
  main: `<h1>That could not be read</h1>
<p>Nothing was saved or sent. The form may have been cut off on its way, or be from before an update.</p>
<a href="">Open the page again</a>`,
});

export const wrongTypePage = plainPage({
  status: 415,
  title: "Not understood",
  main: `<h1>That was not sent as a form</h1>
<p>Nothing was saved or sent. Pages take what their own forms send (multipart/form-data, not encoded).</p>
<a href="">Open the page again</a>`,
});
