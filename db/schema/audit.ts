import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";

/** Who did what to whom and when. Names are kept as they were; no foreign keys, since history outlives its people. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectId: uuid("subject_id"),
    subjectName: text("subject_name"),
    details: jsonb("details").$type<Record<string, unknown>>(),
    batchId: uuid("batch_id"),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_by_account").on(t.accountId, t.createdAt, t.id),
    index("audit_by_subject").on(t.subjectId, t.createdAt, t.id),
    index("audit_by_actor").on(t.actorId, t.createdAt, t.id),
    index("audit_by_action").on(t.accountId, t.action, t.createdAt, t.id),
  ],
);
