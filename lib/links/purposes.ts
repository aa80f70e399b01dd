import type { links } from "@/db/schema";

export type Purpose = (typeof links.$inferSelect)["purpose"];

/** How long each kind lives, and the page it opens. */
export const KINDS: Record<Purpose, { hours: number; path: string }> = {
  invitation: { hours: 24, path: "/welcome" },
  reset: { hours: 1, path: "/reset-password" },
  "email-change": { hours: 24, path: "/confirm-email" },
  "email-stop": { hours: 72, path: "/keep-email" },
  "email-check": { hours: 72, path: "/confirm-email" },
};
