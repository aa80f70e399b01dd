import { customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** Ordered by creation, made here because PostgreSQL 15 has no uuidv7(). */
export const id = () => uuid("id").primaryKey().$defaultFn(v7);

/** Milliseconds, so that a JavaScript Date holds a stored moment without loss. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const createdAt = () => moment("created_at").notNull().defaultNow();

/** Grows with every change of what a form for editing shows: `advance-revision.sql`. */
export const revision = () => integer("revision").notNull().default(1);

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
