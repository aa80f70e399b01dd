import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { browser } from "./support/browser";
import { crowd } from "./support/crowd";
import { filled, formWith } from "./support/form";
import { gather } from "./support/gather";
import { openStage, type Stage } from "./support/stage";
import { type Change, checkout } from "./support/versions/checkout";

const SIZES = { full: 200, short: 20, twin: 4 };

/** Enough for the names of all its actions to be others. */
export const ANOTHER_VERSION: Change = {
  file: "lib/form-state.ts",
  from: "export const SEND_AGAIN",
  to: "// Of another version.\nexport const SEND_AGAIN",
  renames: true,
};

export const twoBuilds: Scenario = {
  name: "two-builds",
  says: "Two servers, each built by itself in a folder of its own, behind a balancer that picks one at random",
  checks: [...ALWAYS, "any server answers what another has shown"],
  async run(how) {
    const many = SIZES[how.length];
    const other = await checkout(how, how.length === "twin" ? ANOTHER_VERSION : undefined);
    const checkouts = [undefined, other];
    const stage = await openStage(how, { name: "two-builds", servers: [{}, {}], checkouts, balanced: true });
    try {
      const strange = [...(await crossed(stage)), ...(await logins(stage, many)), ...(await files(stage))];
      await crowd(stage, { people: many }).finished;
      return { ...(await gather(stage)), strange };
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "the second server is of another version",
      plant: {},
      found: ["any server answers what another has shown"],
    },
  ],
};

/** Undefined when it went well. */
async function logIn({ portal, how }: Stage, between: () => void = () => {}): Promise<string | undefined> {
  const { ask, cookie } = browser(portal.url);
  const form = formWith((await ask("/login")).html, 'name="identifier"');
  if (!form) return "there is no login";
  between();
  // Not who invites: a person has so many sessions at most, and the first would end.
  const { elsewhere, password } = how.ground;
  const came = await ask("/login", filled(form, { identifier: elsewhere.ana.username ?? "", password }));
  return cookie("lineup.session") ? undefined : `a right login ended at ${came.path} with ${came.status}`;
}

/** From each server to each. */
async function crossed(stage: Stage): Promise<string[]> {
  const { balancer } = stage;
  if (!balancer) return ["nothing stands before the servers"];
  const found: string[] = [];
  for (const [from, to] of [0, 1].flatMap((each) => [0, 1].map((other) => [each, other]))) {
    balancer.only = from;
    const problem = await logIn(stage, () => {
      balancer.only = to;
    });
    if (problem) found.push(`from server ${Number(from) + 1} to ${Number(to) + 1} ${problem}`);
  }
  balancer.only = undefined;
  return found;
}

async function logins(stage: Stage, many: number): Promise<string[]> {
  const found: string[] = [];
  for (let left = many; left > 0; left--) found.push(...[await logIn(stage)].filter((each) => each !== undefined));
  return found;
}

/** Scripts, styles and fonts of the pages of either server, asked of both. */
async function files({ portal, balancer, how }: Stage): Promise<string[]> {
  if (!balancer) return [];
  const [name = "", value = ""] = how.ground.cookie.split(/=(.*)/s);
  const { ask } = browser(portal.url, { [name]: value });
  const found = new Set<string>();
  for (const server of [0, 1]) {
    balancer.only = server;
    for (const path of ["/login", "/admin/users"])
      for (const [file] of (await ask(path)).html.matchAll(/\/_next\/static\/[\w./~-]+/g)) found.add(file);
  }
  const missing: string[] = found.size === 0 ? ["the pages name no files"] : [];
  for (const server of [0, 1]) {
    balancer.only = server;
    for (const file of found) {
      const { status } = await ask(file);
      if (status !== 200) missing.push(`server ${server + 1} answers ${status} for ${file}`);
    }
  }
  balancer.only = undefined;
  return missing;
}
