/** What each means and is called stands in lib/access/permissions.ts; SQL knows them as text. */
export const roles = ["admin", "end-user", "messaging-agent", "sender", "viewer"] as const;
export type Role = (typeof roles)[number];

/** What a member may use at all; a permission counts only if its product is switched on for them. */
export const products = ["texting", "chat", "campaigns", "reports"] as const;
export type Product = (typeof products)[number];
