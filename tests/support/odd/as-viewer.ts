import { callByScript, type Fields, FORM_TYPE, formBytes } from "../forms/posted";

type Asked = { path: string; cookie: string };

/** How a person who is logged in asks by hand. Answers the status and the id that the log knows it by. */
export async function askAs(url: string, { path, cookie }: Asked, form?: { action: string; fields: Fields }) {
  const post = form && {
    method: "POST",
    headers: { "content-type": FORM_TYPE, "next-action": form.action, cookie },
    body: formBytes(callByScript(form.fields)),
  };
  const answer = await fetch(url + path, { redirect: "manual", ...(post ?? { headers: { cookie } }) });
  return { status: answer.status, id: answer.headers.get("x-request-id") ?? "", text: await answer.text() };
}

/** What forms call their fields, as the pages have them. */
export const namesIn = (html: string) => [...html.matchAll(/\sname="([^"$]{1,40})"/g)].map(([, name]) => name ?? "");

/** Sent for every field, and for every parameter of an address. */
export const ODD_VALUES = [
  "",
  "\0",
  "\ud800",
  "\ufffd",
  "x",
  "-1",
  "9".repeat(400),
  "1e400",
  "NaN",
  "x".repeat(3000),
  "%",
  "'\\",
  "[]",
  "{}",
  "2026-02-30",
  "9999999-01-01T00:00:00Z",
  "eyJhIjoxfQ",
  "00000000-0000-0000-0000-000000000000",
  "__proto__",
  "\u202e",
] as const;
