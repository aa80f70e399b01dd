import { ABOUT, sendAgainFrom } from "@/lib/form-state";

/** Leaves the page with all that was typed, as a browser without scripts would; a file stays behind. */
export function sendAgain(data: FormData) {
  const form = document.createElement("form");
  form.method = "post";
  form.enctype = "multipart/form-data";
  form.action = sendAgainFrom(`${location.pathname}${location.search}`);
  form.hidden = true;
  for (const [name, value] of data) {
    if (typeof value === "string") form.append(hidden(name, value));
    else if (value.size > 0) form.append(hidden(ABOUT.file, "yes"));
  }
  document.body.append(form);
  form.submit();
}

function hidden(name: string, value: string) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}
