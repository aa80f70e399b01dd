import path from "node:path";
import { findEmbedded } from "@/db/embedded";
import { env } from "@/lib/env";
import { checkedEnv } from "./support/check";
import { brokenRules } from "./support/consistency";
import { joinDatabase, openDatabase } from "./support/database";
import { end, live } from "./support/life";
import { complain, say } from "./support/say";

/** `npm run verify`: whether everything in the database fits together, as after restoring a backup. Changes nothing. */
await live(async () => {
  const settings = checkedEnv();
  const running = !settings.databaseUrl && (await findEmbedded(path.resolve(settings.dataDir)));
  await (running ? joinDatabase(settings) : openDatabase(settings));
  const broken = await brokenRules(env().databaseUrl ?? "");
  for (const { rule, found } of broken) complain(`✗ ${rule}: not so for ${found.join(", ")}`);
  if (broken.length === 0) say("Everything fits together.");
  await end(broken.length === 0 ? 0 : 1);
});
