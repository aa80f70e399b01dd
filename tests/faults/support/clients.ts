import { setTimeout as sleep } from "node:timers/promises";
import { filled, formWith } from "./form";

/** Whom to ask, and as whom. `url` may change: another server of the same portal. */
export type Door = { url: string; cookie: string };

/** What the portal told somebody who submitted, with when. */
export type Told = {
  /** Addresses whose invitation the portal called saved, and when its form was first asked for. */
  accepted: { to: string; began: number; at: number }[];
  /** Answers that a person would not understand: refused, or led elsewhere. */
  refused: string[];
  /** When somebody was told nothing, or that something went wrong, and asked again. */
  again: number[];
};

export const toldNothing = (): Told => ({ accepted: [], refused: [], again: [] });

/** Longer than any page may take, so that one that takes too long is seen to. */
const PATIENCE = 35_000;

/** What is written down, and what ends it. */
export type Trying = { told: Told; stop: AbortSignal };

/** Asks until there is an answer: whoever is told nothing, or that something went wrong, asks the same again. */
async function insist<T>(ask: () => Promise<T | undefined>, { told, stop }: Trying): Promise<T | undefined> {
  while (!stop.aborted) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    told.again.push(Date.now());
    await sleep(150);
  }
  return undefined;
}

async function formAt({ url, cookie }: Door, path: string, marker: string) {
  const answer = await fetch(url + path, {
    headers: { cookie, accept: "text/html" },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const html = await answer.text();
  return answer.status === 200 ? formWith(html, marker) : undefined;
}

/** The address that the answer leads to; undefined where there was none, or a failure of the portal's. */
async function post({ url, cookie }: Door, path: string, body: FormData) {
  const answer = await fetch(url + path, {
    method: "POST",
    body,
    headers: { cookie, accept: "text/html", origin: url },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const html = await answer.text();
  if (answer.status >= 500) return undefined;
  const to = answer.headers.get("location");
  return { to: to ? new URL(to, url).pathname : undefined, says: `${answer.status} ${errorsIn(html)}` };
}

const errorsIn = (html: string) =>
  [...html.matchAll(/id="[^"]*-error"[^>]*>([^<]*)</g)].map(([, text]) => text).join("; ");

/** The New User form, filled in and sent. The same form again has the same key, so it must not count twice. */
export async function addPerson(door: Door, name: string, trying: Trying): Promise<void> {
  const path = "/admin/users/new";
  const began = Date.now();
  const form = await insist(() => formAt(door, path, 'name="username"'), trying);
  if (!form) return;
  const email = `${name}@new.example`;
  const typed = {
    firstName: "Mara",
    lastName: "Lee",
    timeZone: "Europe/Paris",
    userType: "end-user",
    username: name,
    email,
  };
  const body = filled(form, typed);
  const answer = await insist(() => post(door, path, body), trying);
  if (!answer) return;
  if (answer.to === "/admin/users") trying.told.accepted.push({ to: email, began, at: Date.now() });
  else trying.told.refused.push(`${path}: ${answer.to ?? answer.says}`);
}

/** Invite Users: the list, its preview, and yes. */
export async function inviteMany(door: Door, names: string[], trying: Trying): Promise<void> {
  const path = "/admin/users/invite";
  const began = Date.now();
  const form = await insist(() => formAt(door, path, 'name="addresses"'), trying);
  if (!form) return;
  const emails = names.map((name) => `${name}@new.example`);
  const body = filled(form, { addresses: emails.join("\n"), role: "end-user", product: "texting" });
  const preview = await insist(() => post(door, path, body), trying);
  if (!preview) return;
  const shown = preview.to ?? "";
  if (!shown.startsWith(`${path}/`)) return void trying.told.refused.push(`${path}: ${preview.to ?? preview.says}`);
  const yes = await insist(() => formAt(door, shown, "Send Invite"), trying);
  if (!yes) return;
  const answer = await insist(() => post(door, shown, filled(yes, { act: "send" })), trying);
  if (!answer) return;
  if (answer.to === shown) trying.told.accepted.push(...emails.map((to) => ({ to, began, at: Date.now() })));
  else trying.told.refused.push(`${shown}: ${answer.to ?? answer.says}`);
}
