import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { provide } from "@/lib/env";
import { openMailWindow } from "../mail";
import { startFakeResend, tokensIn } from "../resend";
import { cloneDatabase } from "./db";
import { becomeTest } from "./env";
import { LOGS, TOKENS } from "./logs";
import { findTemplate, startTestPostgres } from "./postgres";
import { startServer } from "./server";

/** Once a run: PostgreSQL, an email provider and the server, all of them gone afterwards, whatever happens. */
export default async function run() {
  const closers: (() => Promise<void>)[] = [];
  const end = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  process.once("SIGTERM", () => void end().finally(() => process.exit(143)));
  try {
    rmSync(LOGS, { recursive: true, force: true });
    mkdirSync(LOGS, { recursive: true });
    const postgres = await startTestPostgres();
    closers.push(postgres.stop);
    const template = await findTemplate(postgres.url);
    const database = await cloneDatabase(postgres.url, template);
    const provider = await startFakeResend();
    closers.push(provider.close);
    closers.push(async () => writeFileSync(TOKENS, JSON.stringify(tokensIn(provider.emails))));
    const mail = await openMailWindow(provider);
    closers.push(mail.close);
    const server = await startServer({
      DATABASE_URL: database.url,
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: provider.url,
      RESEND_RATE: "1000",
    });
    closers.push(server.stop);
    becomeTest(database.url, { APP_URL: server.url });
    provide({
      TEST_APP_URL: server.url,
      TEST_MAIL_URL: mail.url,
      TEST_POSTGRES_URL: postgres.url,
      TEST_TEMPLATE: template,
    });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
