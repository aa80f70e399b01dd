import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment, revision } from "./columns";
import { groups } from "./groups";
import { members } from "./members";

/** An SMS number of the account, E.164, with a label. */
export const numbers = pgTable(
  "numbers",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull(),
    e164: text("e164").notNull().unique("numbers_e164_key"),
    label: text("label").notNull(),
    disabledAt: moment("disabled_at"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("numbers_account_id_key").on(t.accountId, t.id),
    index("numbers_by_label").on(t.accountId, t.label, t.id),
    index("numbers_by_group").on(t.groupId),
    foreignKey({ columns: [t.accountId, t.groupId], foreignColumns: [groups.accountId, groups.id] }),
  ],
);

/** (member, number): who may use which line. The account is part of both keys, so it can't reach across accounts. */
export const lineAccess = pgTable(
  "line_access",
  {
    accountId: uuid("account_id").notNull(),
    memberId: uuid("member_id").notNull(),
    numberId: uuid("number_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.numberId] }),
    index("line_access_by_number").on(t.numberId, t.memberId),
    foreignKey({ columns: [t.accountId, t.memberId], foreignColumns: [members.accountId, members.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);
