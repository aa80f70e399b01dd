import { Counter, Gauge, Histogram, register } from "prom-client";
import { inTime } from "./in-time";
import { oldestDue } from "./outbox/oldest-due";

/** The same metric however often a bundler loads this file: prom-client itself is loaded once a process. */
function kept<T>(name: string, make: () => T): T {
  return (register.getSingleMetric(name) as T | undefined) ?? make();
}

/** Every answer, by method and by status in hundreds. */
export const requests = kept("lineup_request_seconds", () => {
  const labelNames = ["method", "status"] as const;
  const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
  return new Histogram({ name: "lineup_request_seconds", help: "Time to answer a request", labelNames, buckets });
});

export const logins = kept("lineup_logins_total", () => {
  const labelNames = ["result"] as const;
  return new Counter({
    name: "lineup_logins_total",
    help: "Logins that were let in, and that were refused",
    labelNames,
  });
});

export const securityEvents = kept("lineup_security_events_total", () => {
  const labelNames = ["event"] as const;
  return new Counter({ name: "lineup_security_events_total", help: "What may be an attack, by its name", labelNames });
});

/** Pages that hear by themselves of what has changed. */
export const openStreams = kept("lineup_live_streams", () => {
  return new Gauge({ name: "lineup_live_streams", help: "Pages that are open and hear what changes" });
});

/** `state`: sent, failed (given up), dropped (nobody should get it any more), and what the provider told later. */
export const emails = kept("lineup_emails_total", () => {
  const labelNames = ["state"] as const;
  return new Counter({ name: "lineup_emails_total", help: "Emails by what became of them", labelNames });
});

/** `state`: received, or how far an outgoing one has come. */
export const texts = kept("lineup_texts_total", () => {
  const labelNames = ["state"] as const;
  return new Counter({ name: "lineup_texts_total", help: "Texts by what became of them", labelNames });
});

/** `answer`: taken, busy (429), denied (our settings are wrong), refused (that email), unclear (it may have taken it). */
export const providerAnswers = kept("lineup_provider_answers_total", () => {
  const labelNames = ["answer"] as const;
  return new Counter({ name: "lineup_provider_answers_total", help: "What the email provider answered", labelNames });
});

/** Asked of the database by the one process that has the whole picture, when somebody wants to know. */
export function watchQueue(): void {
  let asking: Promise<Queue> | undefined;
  // All three are collected at the same moment, and ask once.
  const ask = () => {
    asking ??= queueNow().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const gauge = (name: string, help: string, of: keyof Queue) =>
    new Gauge({
      name,
      help,
      aggregator: "first",
      async collect() {
        this.set((await ask())[of]);
      },
    });
  gauge("lineup_outbox_due", "Emails that are due now", "due");
  gauge("lineup_outbox_queued", "Emails that are due or wait for another try", "queued");
  gauge("lineup_outbox_oldest_seconds", "For how long the oldest of them has been queued", "seconds");
}

type Queue = Awaited<ReturnType<typeof oldestDue>>;

/** Without the database everything else can still be told, and before whoever asks has lost patience. */
const queueNow = async (): Promise<Queue> =>
  (await inTime(oldestDue(), 1000)) ?? { due: Number.NaN, queued: Number.NaN, seconds: Number.NaN };
