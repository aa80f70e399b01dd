import { Counter, Gauge, Histogram, register } from "prom-client";
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

/** `state`: sent, failed (given up), and what the provider told later. */
export const emails = kept("lineup_emails_total", () => {
  const labelNames = ["state"] as const;
  return new Counter({ name: "lineup_emails_total", help: "Emails by what became of them", labelNames });
});

/** Asked of the database by the one process that has the whole picture, when somebody wants to know. */
export function watchQueue(): void {
  const aggregator = "first" as const;
  const length = new Gauge({ name: "lineup_outbox_due", help: "Emails that are due now", aggregator });
  new Gauge({
    name: "lineup_outbox_oldest_seconds",
    help: "For how long the oldest of them has been due",
    aggregator,
    async collect() {
      const { due, seconds } = await oldestDue();
      length.set(due);
      this.set(seconds);
    },
  });
}
