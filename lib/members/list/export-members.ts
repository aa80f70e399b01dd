import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Product, Role } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { isKnownPerson } from "../guest-privacy";
import type { Status } from "../status";
import type { ListQuery } from "./list-query";
import { pageOf } from "./page";

export type ExportedMember = {
  name: string;
  /** Of a guest who has not accepted yet nothing but the address is told. */
  firstName: string;
  lastName: string;
  email: string;
  username: string | null;
  /** `group` is null at the root. */
  roles: { role: Role; group: string | null; groupId: string }[];
  products: Product[];
  /** E.164: the default number, then by label. */
  lines: string[];
  status: Status;
  /** Moments are ISO 8601, or null. */
  lastLoginAt: string | null;
  invitationExpiresAt: string | null;
};

type Found = ExportedMember & { id: string; key: string[] };

const AT_ONCE = 1000;

/** Everyone on the list as it is searched, filtered and sorted, a thousand at a time, whatever page was looked at. */
export async function* exportMembers(viewer: Viewer, query: ListQuery): AsyncGenerator<ExportedMember[]> {
  let from: ListQuery["from"] = "first";
  for (;;) {
    const rows = await page(viewer, { ...query, from });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    from = { after: { ...last, place: null } };
  }
}

const iso = (moment: string) => sql.raw(`to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const page = (viewer: Viewer, query: ListQuery): Promise<Found[]> =>
  db.execute<Found>(sql`
  with page as materialized (${pageOf(viewer, query, AT_ONCE)})
  select m.id, page.key, m.name_key as name, u.email, m.products, m.status, held.roles, lines.lines,
    case when ${isKnownPerson} then u.username end as username,
    case when ${isKnownPerson} then u.first_name else '' end as "firstName",
    case when ${isKnownPerson} then u.last_name else '' end as "lastName",
    ${iso("m.last_login_at")} as "lastLoginAt", ${iso("l.expires_at")} as "invitationExpiresAt"
  from page join members m on m.id = page.id join users u on u.id = m.user_id
  left join links l on m.status = 'Pending' and l.member_id = m.id and l.purpose = 'invitation'
    and l.used_at is null and l.revoked_at is null
  cross join lateral (
    select coalesce(json_agg(json_build_object('role', a.role, 'groupId', g.id, 'group', case when g.parent_id is not null then g.name end)
      order by g.parent_id is not null, a.role), '[]') as roles
    from role_assignments a join groups g on g.id = a.group_id where a.member_id = m.id
  ) held
  cross join lateral (
    select coalesce(json_agg(n.e164 order by n.id is distinct from m.default_number_id, n.label, n.id), '[]') as lines
    from line_access a join numbers n on n.id = a.number_id where a.member_id = m.id
  ) lines
  order by page.place`);
