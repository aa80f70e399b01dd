import pLimit from "p-limit";

/** Logs in as a browser without scripts does, through the form of the page; answers the session's cookie. */
export async function cookieOf(url: string, { username, password }: { username: string; password: string }) {
  const answer = await postLogin(url, await loginForm(url), { username, password });
  const cookie = answer.headers.getSetCookie().find((each) => each.includes("lineup.session="));
  if (!cookie) throw new Error(`${username} could not log in: ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}

/** Logins a second, four at a time, each with the right password and a session of its own. */
export async function loginsPerSecond(url: string, who: { username: string; password: string }, logins: number) {
  const form = await loginForm(url);
  const inTurn = pLimit(4);
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: logins }, () => inTurn(() => postLogin(url, form, who))));
  const seconds = (performance.now() - began) / 1000;
  const refused = answers.filter((answer) => !answer.headers.has("set-cookie")).length;
  if (refused > 0) throw new Error(`${refused} of ${logins} logins were refused`);
  return logins / seconds;
}

async function postLogin(url: string, form: [string, string][], who: { username: string; password: string }) {
  const body = new FormData();
  for (const [name, value] of form) body.append(name, value);
  body.set("identifier", who.username);
  body.set("password", who.password);
  const answer = await fetch(`${url}/login`, { method: "POST", body, redirect: "manual", headers: { origin: url } });
  await answer.arrayBuffer();
  return answer;
}

/** The hidden fields of the login form, among them what Next finds its action by. */
async function loginForm(url: string): Promise<[string, string][]> {
  const html = await (await fetch(`${url}/login`)).text();
  return [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
