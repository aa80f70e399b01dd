import { isIP } from "node:net";
import { z } from "zod";

/** Something that whoever starts Lineup can put right: shown as one line, without a stack. */
export class StartProblem extends Error {
  override name = "StartProblem";
}

const emptyIsUnset = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), type);

const whole = (name: string, range: { from: number; to: number; unset: number }) =>
  emptyIsUnset(
    z
      .string()
      .trim()
      .refine((v) => /^\d{1,9}$/.test(v) && Number(v) >= range.from && Number(v) <= range.to, {
        error: ({ input }) => `${name} must be a whole number from ${range.from} to ${range.to}, not "${input}".`,
      })
      .transform(Number)
      .default(range.unset),
  );

/** The value is never repeated in the problem: it may be a secret or hold one. */
const text = (name: string, rule: string, holds: (value: string) => boolean) =>
  emptyIsUnset(z.string().trim().refine(holds, `${name} must be ${rule}.`).optional());

const isUrl = (value: string, ...protocols: string[]) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const isOrigin = (value: string) => {
  if (!isUrl(value, "http:", "https:")) return false;
  const { pathname, search, hash, username, password } = new URL(value);
  return pathname === "/" && `${search}${hash}${username}${password}` === "";
};

const isSender = (value: string) => /^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value);

/** An address, or a name; no number in another notation, which would be taken for an address that it does not look like. */
const isHost = (value: string) => isIP(bare(value)) > 0 || /^([a-z0-9-]+\.)*[a-z]([a-z0-9-]*[a-z0-9])?$/i.test(value);

const bare = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

const HERE = ["127.0.0.1", "::1"];

/** Where to listen; none is everywhere. The embedded database is somebody's own, so its portal is as well. */
function hostsOf(host: string | undefined, embedded: boolean): string[] {
  if (host === undefined) return embedded ? HERE : [];
  return host.toLowerCase() === "localhost" ? HERE : [bare(host)];
}

const Each = z.object({
  DATABASE_URL: text("DATABASE_URL", "a postgres:// address", (v) => isUrl(v, "postgres:", "postgresql:")),
  APP_URL: text("APP_URL", "an origin such as https://lineup.example, without a path", isOrigin),
  HOST: text("HOST", "an address to listen on, such as 127.0.0.1 or 0.0.0.0", isHost),
  PORT: whole("PORT", { from: 1, to: 65535, unset: 3000 }),
  AUTH_SECRET: text("AUTH_SECRET", "at least 32 characters long", (v) => v.length >= 32),
  AUTH_SECRET_PREVIOUS: text("AUTH_SECRET_PREVIOUS", "at least 32 characters long", (v) => v.length >= 32),
  RESEND_API_KEY: text("RESEND_API_KEY", "one word", (v) => /^\S+$/.test(v)),
  RESEND_BASE_URL: text("RESEND_BASE_URL", "an http:// or https:// address", (v) => isUrl(v, "http:", "https:")),
  MAIL_FROM: text("MAIL_FROM", "a sender such as Lineup <no-reply@lineup.example>", isSender),
  RESEND_WEBHOOK_SECRET: text("RESEND_WEBHOOK_SECRET", "one word", (v) => /^\S+$/.test(v)),
  RESEND_RATE: whole("RESEND_RATE", { from: 1, to: 1000, unset: 2 }),
  TWILIO_ACCOUNT_SID: text("TWILIO_ACCOUNT_SID", "an account's SID, which begins with AC", (v) => /^AC\w+$/.test(v)),
  TWILIO_AUTH_TOKEN: text("TWILIO_AUTH_TOKEN", "one word", (v) => /^\S+$/.test(v)),
  TWILIO_BASE_URL: text("TWILIO_BASE_URL", "an http:// or https:// address", (v) => isUrl(v, "http:", "https:")),
  METRICS_TOKEN: text("METRICS_TOKEN", "at least 16 characters long, one word", (v) => /^\S{16,}$/.test(v)),
  TRUST_PROXY: whole("TRUST_PROXY", { from: 0, to: 10, unset: 0 }),
  DATA_DIR: text("DATA_DIR", "a folder", (v) => v !== ""),
  DEMO_ADMIN_PASSWORD: text("DEMO_ADMIN_PASSWORD", "from 1 to 128 characters long", (v) => v !== "" && v.length <= 128),
  DEMO: text("DEMO", "on or off", (v) => v === "on" || v === "off"),
  LINEUP_MAILBOX_WORD: emptyIsUnset(z.string().optional()),
  LINEUP_EMBEDDED: emptyIsUnset(z.string().optional()),
});

const Variables = Each.refine((v) => !v.TWILIO_ACCOUNT_SID || v.TWILIO_AUTH_TOKEN, {
  error: "TWILIO_AUTH_TOKEN is needed with TWILIO_ACCOUNT_SID.",
});

/** The variables of `.env.example` as the code reads them; `appUrl` has no trailing slash. */
export type Env = ReturnType<typeof settings>;

/** Pure: the settings in `source`, or every problem in it as a line of its own. */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) return { problems: parsed.error.issues.map((issue) => issue.message) };
  return { env: settings(parsed.data) };
}

function settings(v: z.infer<typeof Variables>) {
  const appUrl = new URL(v.APP_URL ?? `http://localhost:${v.PORT}`);
  const embedded = v.LINEUP_EMBEDDED === "1" || v.DATABASE_URL === undefined;
  const hosts = hostsOf(v.HOST, embedded);
  return {
    databaseUrl: v.DATABASE_URL,
    /** PostgreSQL is ours, on this machine: set by the launcher, or still to be started because nothing else is named. */
    embedded,
    /** The addresses to listen on; none is all of them. */
    hosts,
    /** Nobody on another computer reaches us by ourselves. */
    isOnlyHere: hosts.length > 0 && hosts.every((host) => HERE.includes(host)),
    appUrl: appUrl.origin,
    secureCookies: appUrl.protocol === "https:",
    port: v.PORT,
    hasAuthSecret: v.AUTH_SECRET !== undefined,
    get authSecret() {
      if (v.AUTH_SECRET === undefined) throw new StartProblem("AUTH_SECRET is not set.");
      return v.AUTH_SECRET;
    },
    /** The one in use, then the one it took over from: what was sealed under that is still read. */
    get authSecrets() {
      return [this.authSecret, ...(v.AUTH_SECRET_PREVIOUS ? [v.AUTH_SECRET_PREVIOUS] : [])];
    },
    resendApiKey: v.RESEND_API_KEY,
    resendBaseUrl: v.RESEND_BASE_URL,
    resendRate: v.RESEND_RATE,
    resendWebhookSecret: v.RESEND_WEBHOOK_SECRET,
    twilioAccountSid: v.TWILIO_ACCOUNT_SID,
    twilioAuthToken: v.TWILIO_AUTH_TOKEN,
    twilioBaseUrl: v.TWILIO_BASE_URL,
    metricsToken: v.METRICS_TOKEN,
    mailFrom: v.MAIL_FROM ?? `Lineup <no-reply@${appUrl.hostname}>`,
    trustProxy: v.TRUST_PROXY,
    dataDir: v.DATA_DIR ?? ".data",
    /** Of this start alone: whoever knows it may look into the local mailbox. Only where there is one. */
    mailboxWord: embedded && v.RESEND_API_KEY === undefined ? v.LINEUP_MAILBOX_WORD : undefined,
    withDemo: v.DEMO !== "off",
    demoAdminPassword: v.DEMO_ADMIN_PASSWORD,
  };
}

let kept: Env | undefined;
const learnt: Record<string, string> = {};

/** The settings of this process, read at the first call so that a build needs none. */
export function env(): Env {
  if (kept) return kept;
  const read = readEnv(process.env);
  if ("problems" in read) throw new StartProblem(read.problems.join("\n"));
  kept = read.env;
  return kept;
}

/** For the launcher, before anything else asks: values for this process and those it starts. */
export function provide(values: Record<string, string>) {
  Object.assign(learnt, values);
  Object.assign(process.env, values);
  kept = undefined;
}

/** All that was provided, for a process that was started before. */
export const provided = (): Readonly<Record<string, string>> => learnt;

/** The environment of a program that we start, with more in it. */
export const environmentWith = (values: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...values });

/** How the build that is being made is called; whoever builds by hand leaves it to Next. */
export const buildName = (): string | null => process.env.LINEUP_BUILD ?? null;

/** Reads `.env` beside package.json if there is one; what is set already wins. Node before 20.12 cannot. */
export function readDotEnv() {
  try {
    process.loadEnvFile?.(".env");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** Whether npm is our parent, as in `npm start`. */
export const isStartedByNpm = () => process.env.npm_lifecycle_event !== undefined;
