import type { Stage } from "./stage";

/** Every connection to PostgreSQL but our own ends. */
export const cutAll = ({ sql }: Stage) => sql`select pg_terminate_backend(pid) from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`;
