import { type SQL, sql } from "drizzle-orm";
import { foreignKey, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment, revision } from "./columns";
import { groups } from "./groups";
import { products, roles } from "./roles";
import { users } from "./users";

export const memberStatus = pgEnum("member_status", ["Active", "Pending", "Disabled"]);

/**
 * A user's place in one account. `status` is derived by the database alone. `nameKey`, `emailKey` and `search` are the
 * directory copy of the person that lists sort and search by, kept by `fill-directory.sql`; `revision` grows also with
 * what stands elsewhere: the person (`touch-members.sql`), roles (`follow-roles.sql`) and lines (`follow-lines.sql`).
 */
export const members = pgTable(
  "members",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    acceptedAt: moment("accepted_at"),
    disabledAt: moment("disabled_at"),
    status: memberStatus("status")
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`case when disabled_at is not null then 'Disabled'::member_status
          when accepted_at is null then 'Pending'::member_status else 'Active'::member_status end`,
      ),
    // Always one of the member's lines: a deferred foreign key to line_access says so (see migrations).
    defaultNumberId: uuid("default_number_id"),
    products: text("products", { enum: products }).array().notNull().default(sql`'{texting,chat,campaigns,reports}'`),
    // Copies of the role assignments, kept by `follow-roles.sql` and `follow-group.sql`: which roles, and every group that one is held in or under.
    roles: text("roles", { enum: roles }).array().notNull().default(sql`'{}'`),
    groupIds: uuid("group_ids").array().notNull().default(sql`'{}'`),
    // The lowest group that all their roles are under, with the groups above it: the steps that all the paths share.
    within: uuid("within").array().notNull().default(sql`'{}'`),
    invitedBy: uuid("invited_by"),
    askedAgainAt: moment("asked_again_at"),
    lastLoginAt: moment("last_login_at"),
    revision: revision(),
    nameKey: text("name_key").notNull().default(""),
    emailKey: text("email_key").notNull().default(""),
    search: text("search").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    unique("members_account_user_key").on(t.accountId, t.userId),
    unique("members_account_id_key").on(t.accountId, t.id),
    index("members_user_idx").on(t.userId),
    // One index for each order of the users list; the id breaks ties, so that cursors never skip or repeat.
    // Where somebody stands goes along: an Admin of a group passes by everybody else without a look at their rows.
    index("members_by_name").on(t.accountId, t.nameKey, t.id, t.within),
    index("members_by_email").on(t.accountId, t.emailKey, t.id),
    index("members_by_status").on(t.accountId, t.status, t.nameKey, t.id),
    index("members_by_last_login").on(t.accountId, sql`coalesce(${t.lastLoginAt}, '-infinity')`, t.id),
    // Without the account: its list would be as long as the company, and be read along for every word.
    // What looking through a row costs without it, `search-holds.sql` says.
    index("members_by_trigrams").using("gin", sql`${t.search} gin_trgm_ops`),
    // Who stands in a group's subtree, who has a role or a product: the filters, and what an Admin of a group sees.
    index("members_by_access").using("gin", t.groupIds, t.roles, t.products),
    // The people of one subtree by their status, which an Admin of a group is told, without a look at their rows.
    index("members_by_place").on(t.accountId, t.within, t.status),
    // Words of one or two letters, in which there are no trigrams: `search-pairs.sql`.
    index("members_by_pairs").using("gin", t.accountId, sql`search_pairs(${t.search})`),
  ],
);

/** (member, role, group): the role holds in that group and everything under it. */
export const roleAssignments = pgTable(
  "role_assignments",
  {
    accountId: uuid("account_id").notNull(),
    memberId: uuid("member_id").notNull(),
    role: text("role", { enum: roles }).notNull(),
    groupId: uuid("group_id").notNull(),
  },
  (t) => [
    // In this order a person's roles at some groups are one short walk.
    primaryKey({ columns: [t.memberId, t.groupId, t.role] }),
    // Who holds a role in an account: the Role filter, and the count of Admins.
    index("role_assignments_by_role").on(t.accountId, t.role, t.memberId),
    index("role_assignments_by_group").on(t.groupId),
    foreignKey({ columns: [t.accountId, t.memberId], foreignColumns: [members.accountId, members.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.accountId, t.groupId], foreignColumns: [groups.accountId, groups.id] }),
  ],
);
