import type { Stage } from "./stage";

/** Every connection of the portal's role ends. */
export const cutAll = ({ sql }: Stage) => sql`select pg_terminate_backend(pid) from pg_stat_activity
  where backend_type = 'client backend' and usename <> current_user`;
