import { cookieOf } from "./support/bench/login";
import { end, live } from "./support/life";
import { type Device, type Judged, judge } from "./support/lighthouse/judge";
import { ownApp } from "./support/own-app";
import { runApp } from "./support/run-app";
import { say } from "./support/say";

/** At least, of a hundred. */
const GOALS: Record<Device, Record<string, number>> = {
  desktop: { performance: 95, accessibility: 100, "best-practices": 100 },
  mobile: { performance: 90, accessibility: 100, "best-practices": 100 },
};

/** What else the machine does makes a page slower and never faster: of so many tries the best counts. */
const TRIES = 3;

/** `npm run lighthouse`: a page for nobody, a list and a person, of a Lineup of its own, as on a desk and as on a telephone. */
await live(async () => {
  const { url, password } = await ownApp("lighthouse");
  await runApp({ dev: false });
  const cookie = await cookieOf(url, { username: "admin", password });
  const missed: string[] = [];
  for (const [path, held] of [
    ["/login", ""],
    ["/admin/users", cookie],
    [await somebody(url, cookie), cookie],
  ] as const)
    for (const device of ["desktop", "mobile"] as const)
      missed.push(...(await tried({ path, device, ask: () => judge(url + path, device, held) })));
  for (const each of missed) say(`Missed: ${each}`);
  await end(missed.length > 0 ? 1 : 0);
});

type Trying = { path: string; device: Device; ask: () => Promise<Judged> };

/** Tells each try, and answers which goals all of them missed. */
async function tried({ path, device, ask }: Trying): Promise<string[]> {
  let missed = Object.entries(GOALS[device]);
  for (let at = 0; at < TRIES && missed.length > 0; at++) {
    const { scores, wrong } = await ask();
    say(
      `${path}, ${device}: ${Object.entries(scores)
        .map(([name, score]) => `${name} ${score}`)
        .join(", ")}`,
    );
    for (const title of wrong) say(`  ${title}`);
    missed = missed.filter(([name, goal]) => (scores[name] ?? 0) < goal);
  }
  return missed.map(([name, goal]) => `${name} of ${path}, ${device}: below ${goal}`);
}

/** The page of the first in the list whom one may change. */
async function somebody(url: string, cookie: string): Promise<string> {
  const html = await (await fetch(`${url}/admin/users`, { headers: { cookie } })).text();
  const [, path] = /href="(\/admin\/users\/[0-9a-f-]{36})"/.exec(html) ?? [];
  if (!path) throw new Error("nobody is on the list");
  return path;
}
