import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { findEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { env, StartProblem } from "@/lib/env";
import { checkedEnv } from "./support/check";
import { joinDatabase, openDatabase } from "./support/database";
import { end, live } from "./support/life";
import { say, step } from "./support/say";

const USAGE = "npm run seed -- --users 100000 [--groups 2000 --numbers 500 --company NAME]";

await live(async () => {
  const { users, company, ...more } = wishes();
  const settings = checkedEnv();
  const running = !settings.databaseUrl && (await findEmbedded(path.resolve(settings.dataDir)));
  await (running ? joinDatabase(settings) : openDatabase(settings));
  await step("Migrating", () => migrate(env().databaseUrl ?? ""));
  await seed(users, company, more);
  await end(0);
});

function wishes() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { users: text, company: text, groups: text, numbers: text }, strict: false });
  return {
    users: count(values.users, { least: 1, most: 10_000_000 }),
    groups: count(values.groups ?? "0", { least: 0, most: 10_000 }),
    numbers: count(values.numbers ?? "50", { least: 1, most: 5000 }),
    company: typeof values.company === "string" ? values.company : undefined,
  };
}

function count(typed: unknown, { least, most }: { least: number; most: number }): number {
  const wanted = Number(typed);
  if (!Number.isInteger(wanted) || wanted < least || wanted > most) throw new StartProblem(`How many? ${USAGE}`);
  return wanted;
}

async function seed(users: number, named: string | undefined, more: { groups: number; numbers: number }) {
  const { hashPassword } = await import("@/lib/auth/password/hash-password");
  const { companyToSeed } = await import("./support/seed/target");
  const { seedCompany } = await import("./support/seed/company");
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(password);
  const { admin, ...account } = await companyToSeed(named, passwordHash);
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  const progress = (done: number) => {
    if (done % 50_000 === 0 || done === users)
      say(`${done.toLocaleString("en")} people in ${account.name}, ${seconds()} s`);
  };
  await seedCompany({ account, users, passwordHash, progress, ...more });
  say(`Done in ${seconds()} s.`);
  if (admin) say(`Log in to ${account.name} as ${admin} with ${password}.`);
}
