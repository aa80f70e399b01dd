import type { Stage } from "./stage";
import { until } from "./until";

/** Until an email has left, so that the worker is known to be at it, and somebody more was told that theirs is saved. */
export async function atWork({ provider, told }: Stage): Promise<void> {
  const before = told.accepted.length;
  await until(() => provider.emails.length > 0 && told.accepted.length > before);
}
