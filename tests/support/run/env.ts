import { provide } from "@/lib/env";

/** What was set for this run by whoever started it. The only place in the tests that reads the environment. */
export const given = (name: string): string | undefined => process.env[name];

/** The environment for a program that we start: ours are empty, so that neither a shell nor a .env reaches in. */
export const environmentFor = (own: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(OURS.map((name) => [name, ""])),
  ...own,
});

const OURS = [
  "DATABASE_URL",
  "APP_URL",
  "HOST",
  "PORT",
  "AUTH_SECRET",
  "RESEND_API_KEY",
  "RESEND_BASE_URL",
  "RESEND_RATE",
  "MAIL_FROM",
  "TRUST_PROXY",
  "DATA_DIR",
  "DEMO_ADMIN_PASSWORD",
  "DEMO",
  "LINEUP_EMBEDDED",
  "LINEUP_MAILBOX_WORD",
  "METRICS_TOKEN",
  "RESEND_WEBHOOK_SECRET",
  "AUTH_SECRET_PREVIOUS",
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_BASE_URL",
];

/** Signs sessions and seals links in every test, in the tests' process as in the server under test. */
export const AUTH_SECRET = "a secret for tests only, long enough to be taken";

/** Makes this process, and those it starts, one of the tests: on that database and with nothing from outside. */
export function becomeTest(databaseUrl: string, more: Record<string, string> = {}) {
  refuseRemote(databaseUrl);
  for (const name of OURS) delete process.env[name];
  provide({
    DATABASE_URL: databaseUrl,
    AUTH_SECRET,
    APP_URL: "http://localhost:3000",
    MAIL_FROM: "Lineup <no-reply@lineup.test>",
    ...more,
  });
}

/** Tests drop databases and make them up: only ever on this machine. */
export function refuseRemote(url: string) {
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1") throw new Error(`tests run on 127.0.0.1 only, not on ${hostname}`);
}
