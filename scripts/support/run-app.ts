import { randomBytes } from "node:crypto";
import { env, provide } from "@/lib/env";
import { buildIfStale, isBuilt } from "./build-if-stale";
import { checkedEnv, checkPort } from "./check";
import type { Crew } from "./crew";
import { openDatabase } from "./database";
import { firstPassword, forgetFirstPassword } from "./first-password";
import { type Greeting, greet } from "./greet";
import { endWith, surviveAccidents } from "./life";
import { step } from "./say";
import { keepSecret } from "./secrets";

/** Lineup from nothing to serving. What reads the settings is loaded once they are complete. */
export async function runApp({ dev }: { dev: boolean }) {
  provide({ NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  const settings = checkedEnv();
  await checkPort(settings.port, settings.hosts);
  // Loading takes it longer than all else here takes us. Should that fail, it ends with this process.
  const early = dev || !isBuilt() ? undefined : await newCrew();
  await openDatabase(settings);
  if (env().embedded) keepMailboxWord();
  await migrateNow();
  const greeting = settings.databaseUrl || !settings.withDemo ? await setupCodeIfEmpty() : await makeDemo();
  if (!dev && !early) await buildIfStale();
  await step("Opening the doors", async () => open(dev ? undefined : (early ?? (await newCrew()))));
  greet(greeting);
}

async function migrateNow() {
  const { migrate } = await import("@/db/migrate");
  await step("Migrating", () => migrate(env().databaseUrl ?? ""));
}

async function makeDemo(): Promise<Greeting> {
  const { anyAccount } = await import("@/lib/accounts/any-account");
  const { makeDemoIfEmpty } = await import("@/scripts/demo");
  const there = await anyAccount();
  const password = firstPassword(there);
  if (!there) await step("Making the demo company", () => makeDemoIfEmpty({ password }));
  return { password };
}

async function setupCodeIfEmpty(): Promise<Greeting> {
  const { anyAccount } = await import("@/lib/accounts/any-account");
  const { setupCode } = await import("@/lib/accounts/setup-code");
  if (await anyAccount()) return {};
  forgetFirstPassword();
  return { setupCode: setupCode() };
}

/** Another at each start. In the data folder it is for scripts that read the emails. */
function keepMailboxWord() {
  const word = randomBytes(18).toString("base64url");
  provide({ LINEUP_MAILBOX_WORD: keepSecret({ dir: env().dataDir, name: "mailbox-word" }, word) });
}

async function newCrew(): Promise<Crew> {
  const { hire } = await import("./crew");
  return hire();
}

/** The portal on every core, or without them here; and the outbox worker beside it in this process. */
async function open(crew: Crew | undefined) {
  // Said after the database's end, and so done before it.
  if (crew) endWith("the servers", crew.end);
  // While Next loads here nothing else gets a turn, and a connection would seem to time out: the worker begins after it.
  const [{ startWorker }] = await Promise.all([import("@/lib/worker/worker"), crew?.open() ?? openHere()]);
  endWith("the worker", startWorker().stop);
  surviveAccidents();
}

/** In this very process, as reloading while developing wants it. */
async function openHere() {
  const { serve } = await import("@/lib/web/server/server");
  const serving = serve({ port: env().port });
  endWith("the server", async () => (await serving.catch(() => undefined))?.close());
  await serving;
}
