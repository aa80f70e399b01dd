import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "../accounts";
import { bytea, createdAt } from "../columns";

/**
 * The link in a campaign's text by which whoever got it stops all texts of the company. Only the SHA-256 of its token is
 * kept. No foreign key to the campaign: null is a test of one. Swept after a year.
 */
export const unsubscribeLinks = pgTable(
  "unsubscribe_links",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id"),
    numberId: uuid("number_id").notNull(),
    phone: text("phone").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("unsubscribe_links_by_time").on(t.createdAt),
    // Whoever is erased has none left.
    index("unsubscribe_links_by_phone").on(t.accountId, t.phone),
  ],
);
