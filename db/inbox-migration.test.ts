import { v7 } from "uuid";
import { expect, test } from "vitest";
import { databaseBefore } from "@/tests/support/old-database";

const AT = Date.UTC(2026, 8, 1, 9);
const minute = (at: number) => new Date(AT + at * 60_000).toISOString();

test("conversations of before keep their order, their words and whoever has them and the line", async () => {
  const { sql, upgrade } = await databaseBefore("the-inbox");
  const [account, group, line, user] = [v7(), v7(), v7(), v7()];
  const [ben, contact, claimed, strange] = [v7(), v7(), v7(), v7()];
  await sql`insert into accounts (id, name, time_zone) values (${account}, 'Harbor', 'UTC')`;
  await sql`insert into groups (id, account_id, name) values (${group}, ${account}, 'Main Group')`;
  await sql`insert into numbers (id, account_id, group_id, e164, label) values (${line}, ${account}, ${group}, '+14155550100', 'Desk'),
    (${v7()}, ${account}, ${group}, '+14155550109', 'Other')`;
  await sql`insert into users (id, home_account_id, first_name, last_name, email, time_zone)
    values (${user}, ${account}, 'Ben', 'Ortiz', 'ben@harbor.example', 'UTC')`;
  await sql`insert into members (id, account_id, user_id) values (${ben}, ${account}, ${user})`;
  await sql`insert into line_access (account_id, member_id, number_id) values (${account}, ${ben}, ${line})`;
  await sql`insert into contacts (id, account_id, name, phone) values (${contact}, ${account}, 'Marisol de la Vega', '+14155550101')`;
  await sql`insert into conversations (id, account_id, number_id, contact_id, claimed_by)
    select ${claimed}::uuid, ${account}::uuid, ${line}::uuid, ${contact}::uuid, ${ben}::uuid
    union all select ${strange}::uuid, account_id, id, ${contact}::uuid, ${ben}::uuid from numbers where label = 'Other'`;
  for (const [at, direction] of ["in", "out", "in"].entries())
    await sql`insert into messages (id, conversation_id, direction, body, at)
      values (${v7()}, ${claimed}, ${direction}, ${`word ${at}`}, ${minute(3 - at)})`;
  await upgrade();
  expect(
    await sql`select seq, direction, state, body, number_id from messages where account_id = ${account} order by seq`,
  ).toEqual([
    { seq: 1, direction: "in", state: null, body: "word 2", number_id: line },
    { seq: 2, direction: "out", state: "delivered", body: "word 1", number_id: line },
    { seq: 3, direction: "in", state: null, body: "word 0", number_id: line },
  ]);
  const [kept] =
    await sql`select seq, in_seq, out_seq, preview, claimed_by, closed_at from conversations where id = ${claimed}`;
  expect(kept).toEqual({ seq: 3, in_seq: 3, out_seq: 2, preview: "word 0", claimed_by: ben, closed_at: null });
  // Whoever had a conversation of a line that they lack has it no more.
  expect(await sql`select claimed_by from conversations where id = ${strange}`).toEqual([{ claimed_by: null }]);
  expect(await sql`select name, first_name, last_name, search from contacts`).toEqual([
    {
      name: "Marisol de la Vega",
      first_name: "Marisol",
      last_name: "de la Vega",
      search: "marisol de la vega\n+14155550101",
    },
  ]);
});
