import { type SQL, sql } from "drizzle-orm";
import { invitationMailOf } from "../../invitations/newest-mail";
import { isKnownPerson } from "../guest-privacy";

/**
 * What the list shows of the people on one page, as one JSON array in the page's order. The page comes as a query of
 * `id`, `key` and `place`, found by an index of members alone; only its few rows meet the other tables.
 */
export const rowsOf = (page: SQL) => sql`
  with page as materialized (${page})
  select coalesce(json_agg(json_build_object(
    'id', m.id, 'key', page.key, 'name', m.name_key, 'email', u.email, 'username',
    case when ${isKnownPerson} then u.username end, 'roles', held.roles,
    'products', m.products, 'lines', (select count(*) from line_access l where l.member_id = m.id), 'status', m.status,
    'lastLoginAt', m.last_login_at, 'atHome', u.home_account_id = m.account_id,
    'isUnchecked', u.home_account_id = m.account_id and u.email_unchecked_since is not null, 'invitation', invitation.about, 'askedAgain', m.asked_again_at is not null, 'mail', case when m.status = 'Pending' then ${invitationMailOf(sql`m.id`)} end
  ) order by page.place), '[]')
  from page join members m on m.id = page.id join users u on u.id = m.user_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('role', a.role, 'group', case when g.parent_id is not null then g.name end)
      order by g.parent_id is not null, a.role), '[]') as roles
    from role_assignments a join groups g on g.id = a.group_id where a.member_id = m.id
  ) held
  left join lateral (
    select json_build_object('expiresAt', l.expires_at, 'expired', l.expires_at <= now()) as about from links l
    where m.status = 'Pending' and l.member_id = m.id and l.purpose = 'invitation' and l.used_at is null and l.revoked_at is null
  ) invitation on true`;
