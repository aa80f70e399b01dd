import postgres from "postgres";

/** Each finds what must not be there; the first columns of a row say what it is about. */
const RULES: Record<string, string> = {
  "an account has an Active Admin at its root": `select a.id from accounts a where not exists (
    select from role_assignments r join groups g on g.id = r.group_id join members m on m.id = r.member_id
    where r.account_id = a.id and g.parent_id is null and r.role = 'admin' and m.status = 'Active')`,
  "an account has one root group": `select a.id from accounts a
    where (select count(*) from groups g where g.account_id = a.id and g.parent_id is null) <> 1`,
  "the totals by status are right": `select a.id from accounts a cross join lateral (select
      count(*) filter (where status = 'Active') as active, count(*) filter (where status = 'Pending') as pending,
      count(*) filter (where status = 'Disabled') as disabled from members m where m.account_id = a.id) n
    where (a.active_count, a.pending_count, a.disabled_count) is distinct from (n.active, n.pending, n.disabled)`,
  "a group's path is its parent's and itself": `select g.id from groups g left join groups p on p.id = g.parent_id
    where g.path is distinct from coalesce(p.path, '{}') || g.id`,
  "a member's copy of roles and groups is right": `select m.id from members m
    left join lateral (select array_agg(distinct step order by step) as groups, array_agg(distinct a.role order by a.role) as roles
      from role_assignments a join groups g on g.id = a.group_id cross join unnest(g.path) step where a.member_id = m.id) held on true
    where (select coalesce(array_agg(x order by x), '{}') from unnest(m.group_ids) x) is distinct from coalesce(held.groups, '{}')
       or (select coalesce(array_agg(x order by x), '{}') from unnest(m.roles) x) is distinct from coalesce(held.roles, '{}')`,
  "what all paths of a member share is right": `select m.id from members m where m.within is distinct from coalesce((
    select array_agg(step order by place) from (select step.id as step, min(step.place) as place
      from role_assignments a join groups g on g.id = a.group_id cross join unnest(g.path) with ordinality step (id, place)
      where a.member_id = m.id group by step.id
      having count(distinct a.group_id) = (select count(distinct b.group_id) from role_assignments b where b.member_id = m.id)) shared), '{}')`,
  "a member has a role":
    "select m.id from members m where not exists (select from role_assignments a where a.member_id = m.id)",
  "a user has a place in the home account": `select u.id from users u where not exists (
    select from members m where m.user_id = u.id and m.account_id = u.home_account_id)`,
  "whoever is Active can log in": `select m.id from members m join users u on u.id = m.user_id
    where m.status = 'Active' and (u.password_hash is null or u.username is null)`,
  "a default number is one of the member's lines": `select m.id from members m where m.default_number_id is not null
    and not exists (select from line_access l where l.member_id = m.id and l.number_id = m.default_number_id)`,
  "a session belongs to an Active member, and to that member's user": `select s.id from sessions s join members m on m.id = s.member_id
    where m.status <> 'Active' or m.user_id <> s.user_id`,
  "of a kind of link one is alive": `select member_id from links where used_at is null and revoked_at is null and purpose <> 'email-stop'
    group by member_id, purpose having count(*) > 1`,
  "a confirmed batch of invitations has an answer for every row once it is finished": `select b.id from invitation_batches b
    join invitation_rows r on r.batch_id = b.id where b.finished_at is not null and r.state = 'waiting' group by b.id`,
};

/** The rules that a database breaks, each with the ids of `most` that break it. An empty list: it is consistent. */
export async function brokenRules(databaseUrl: string, most = 5): Promise<{ rule: string; found: string[] }[]> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    // One snapshot for all of them, however many are writing meanwhile.
    return await client.begin("isolation level repeatable read read only", async (tx) => {
      const broken: { rule: string; found: string[] }[] = [];
      for (const [rule, query] of Object.entries(RULES)) {
        const rows = await tx.unsafe(`select * from (${query}) broken limit ${most}`);
        if (rows.length > 0) broken.push({ rule, found: rows.map((row) => String(Object.values(row)[0])) });
      }
      return broken;
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
