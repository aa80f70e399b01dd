import type { Door } from "./clients";
import { filled, formWith } from "./form";
import type { Stage } from "./stage";

/** What must work on every server, whichever of them began it: sessions, and links out of emails. What did not is named. */
export async function triedByHand({ how, portals, provider }: Stage): Promise<string[]> {
  const failed: string[] = [];
  const { company, password } = how.ground;
  const identifier = company.ana.username ?? "";
  const sessions = await Promise.all(portals.map((door) => logIn(door, { identifier, password })));
  const links = provider.emails.slice(0, 4).map(({ text }) => /\/welcome\?token=[\w-]+/.exec(text)?.[0] ?? "/");
  for (const [at, { url }] of portals.entries()) {
    for (const [from, cookie] of sessions.entries()) {
      if (!cookie || !(await shows(url, "/admin/users", "Users</h1>", cookie)))
        failed.push(`a session of server ${from + 1} does not count on server ${at + 1}`);
    }
    for (const link of links)
      if (!(await shows(url, link, "Create password")))
        failed.push(`an invitation can't be opened on server ${at + 1}`);
  }
  return failed;
}

async function shows(url: string, path: string, words: string, cookie = "") {
  const answer = await fetch(url + path, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  return (await answer.text()).includes(words);
}

/** Through the page's own form; the session's cookie. */
async function logIn({ url }: Door, who: { identifier: string; password: string }): Promise<string | undefined> {
  const form = formWith(await (await fetch(`${url}/login`)).text(), 'name="identifier"');
  if (!form) return undefined;
  const body = filled(form, who);
  const answer = await fetch(`${url}/login`, { method: "POST", body, headers: { origin: url }, redirect: "manual" });
  await answer.text();
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("lineup.session="));
  return cookie?.split(";")[0];
}
