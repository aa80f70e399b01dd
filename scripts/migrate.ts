import path from "node:path";
import { findEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/env";
import { checkedEnv } from "./support/check";
import { joinDatabase, openDatabase } from "./support/database";
import { end, live } from "./support/life";
import { step } from "./support/say";

await live(async () => {
  const settings = checkedEnv();
  const running = !settings.databaseUrl && (await findEmbedded(path.resolve(settings.dataDir)));
  await (running ? joinDatabase(settings) : openDatabase(settings));
  await step("Migrating", () => migrate(env().databaseUrl ?? ""));
  await end(0);
});
