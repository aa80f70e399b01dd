import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { browser } from "./support/browser";
import { filled, formWith } from "./support/form";
import { gather } from "./support/gather";
import { openStage, type Stage } from "./support/stage";
import { until } from "./support/until";
import { checkout } from "./support/versions/checkout";
import { ANOTHER_VERSION } from "./two-builds";

const SENTENCE = "Lineup was updated. Send it again.";

const typed = { firstName: "Mara", lastName: "Lee", username: "w0.upgraded", email: "w0.upgraded@new.example" };

/** The server behind the balancer is replaced by one of the next version while somebody has forms open. */
export const upgrade: Scenario = {
  name: "upgrade",
  says: "A server is replaced by one of the next version while somebody has filled in forms, without scripts",
  checks: [...ALWAYS, "any server answers what another has shown"],
  async run(how) {
    const next = await checkout(how, ANOTHER_VERSION);
    const checkouts = [undefined, next];
    const stage = await openStage(how, { name: "upgrade", servers: [{}, {}], checkouts, balanced: true });
    try {
      const strange = await across(stage);
      return { ...(await gather(stage)), strange };
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "what was typed is not kept",
      plant: {
        sql: `create function forget_form() returns trigger language plpgsql as $$ begin return null; end $$;
          create trigger forget before insert on kept_forms for each row execute function forget_form();`,
      },
      found: ["any server answers what another has shown"],
      long: true,
    },
  ],
};

async function across({ balancer, portals, told, how }: Stage): Promise<string[]> {
  if (!balancer) return ["nothing stands before the servers"];
  balancer.only = 0;
  const [name = "", value = ""] = how.ground.cookie.split(/=(.*)/s);
  const [admin, visitor] = [browser(balancer.url, { [name]: value }), browser(balancer.url)];
  const began = Date.now();
  const newUser = formWith((await admin.ask("/admin/users/new")).html, 'name="username"');
  const login = formWith((await visitor.ask("/login")).html, 'name="identifier"');
  if (!newUser || !login) return ["a form is not there"];
  balancer.only = 1;
  // What is sent to it and not yet taken by it would end with its socket.
  await until(() => !balancer.isAsked(0));
  await portals[0]?.stop();

  const { company, password } = how.ground;
  const who = { identifier: company.ana.username ?? "" };
  const refused = await visitor.ask("/login", filled(login, { ...who, password }));
  const strange = missing("the login", refused.html, Object.values(who));
  const loginAgain = formWith(refused.html, 'name="identifier"');
  if (loginAgain) await visitor.ask("/login", filled(loginAgain, { ...who, password }));
  if (!visitor.cookie("lineup.session")) strange.push("the login sent again lets nobody in");

  const choices = { timeZone: "Europe/Paris", userType: "end-user" };
  const back = await admin.ask("/admin/users/new", filled(newUser, { ...typed, ...choices }));
  strange.push(...missing("New User", back.html, [...Object.values(typed), choices.timeZone]));
  const newAgain = formWith(back.html, 'name="username"');
  const saved = newAgain && (await admin.ask("/admin/users/new", filled(newAgain, { ...typed, ...choices })));
  if (saved?.path.startsWith("/admin/users?") || saved?.path === "/admin/users")
    told.accepted.push({ to: typed.email, began, at: Date.now() });
  else strange.push(`New User sent again ended at ${saved?.path}`);
  return strange;
}

/** What a page should say again. */
const missing = (what: string, html: string, words: string[]) =>
  [SENTENCE, ...words].filter((each) => !html.includes(each)).map((each) => `${what} comes back without "${each}"`);
