import { migrate } from "@/db/migrate";
import { env, provide } from "@/lib/env";
import { checkedEnv } from "./support/check";
import { joinDatabase } from "./support/database";
import { endWith, live, surviveAccidents } from "./support/life";
import { say } from "./support/say";

await live(async () => {
  provide({ NODE_ENV: "production" });
  await joinDatabase(checkedEnv());
  await migrate(env().databaseUrl ?? "");
  const { startWorker } = await import("@/lib/worker/worker");
  const worker = startWorker();
  endWith("the worker", worker.stop);
  surviveAccidents();
  say("The outbox worker runs. Ctrl-C stops it.");
});
