/** What a browser without scripts would send with a form, but for what is typed. */
export type Form = [string, string][];

/** The form of a page that holds `marker`; undefined where there is none. */
export function formWith(html: string, marker: string): Form | undefined {
  const form = html
    .split("<form")
    .slice(1)
    .map((text) => text.split("</form>")[0] ?? "")
    .find((text) => text.includes(marker));
  if (form === undefined) return undefined;
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);
}

export function filled(form: Form, typed: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of form) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  return data;
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
