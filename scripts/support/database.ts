import { randomBytes } from "node:crypto";
import path from "node:path";
import { findEmbedded, startEmbedded } from "@/db/embedded";
import { type Env, env, provide, StartProblem } from "@/lib/env";
import { checkDatabase } from "./check";
import { atOnce, endWith } from "./life";
import { step } from "./say";
import { keptSecret } from "./secrets";

/** Sees to a database that answers and tells this process where it is. The embedded one ends with the script. */
export async function openDatabase(settings: Env) {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl;
    return step("Reaching the database", () => checkDatabase(url));
  }
  const dir = path.resolve(settings.dataDir);
  const starting = startEmbedded({ dir });
  // Registered at once: whoever stops us while it starts must not leave it behind.
  endWith("PostgreSQL", async () => (await starting.catch(() => undefined))?.stop());
  const { url, interrupt } = await step("Starting PostgreSQL", () => starting);
  atOnce(interrupt);
  provideEmbedded(dir, url);
}

/** As `openDatabase`, beside a Lineup that runs: its embedded database is used, and outlives this script. */
export async function joinDatabase(settings: Env) {
  if (settings.databaseUrl) return checkDatabase(settings.databaseUrl);
  const dir = path.resolve(settings.dataDir);
  const url = await findEmbedded(dir);
  if (!url) throw new StartProblem(`No Lineup is running on ${dir}. Start it with npm start, or set DATABASE_URL.`);
  provideEmbedded(dir, url);
}

function provideEmbedded(dir: string, url: string) {
  const secret = env().hasAuthSecret ? env().authSecret : ownSecret(dir);
  provide({ DATABASE_URL: url, LINEUP_EMBEDDED: "1", AUTH_SECRET: secret, DATA_DIR: dir });
}

const ownSecret = (dir: string) =>
  keptSecret(
    { dir, name: "auth-secret", least: 32, loss: "everybody logs in again, and links in queued emails are lost" },
    () => randomBytes(32).toString("base64url"),
  );
