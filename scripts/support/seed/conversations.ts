import { type SQL, sql } from "drizzle-orm";
import { type Change, change } from "@/lib/change";
import { FIRST_NAMES, LAST_NAMES } from "./names";

export type Talking = {
  account: { id: string; name: string };
  /** Ids of the lines, from the one with the most conversations to the one with the fewest. */
  lines: string[];
  /** Somebody who has all the lines, and somebody who has the first few of them. */
  colleague: string;
  me: { memberId: string; lines: string[] };
  conversations: number;
  /** Messages of each conversation. */
  each: number;
  /** A word that one message in ten has, beside those that all companies have. */
  own: string;
};

/** In every fourth message; in three conversations; in none. */
export const WORDS = { common: "refund", rare: "harpsichord", absent: "zzqqj" };

const BATCH = 5000;
const SYSTEM = { kind: "system", name: "Seed" } as const;

/** Fills a company with conversations by SQL alone, a few thousand to a transaction, and lets PostgreSQL take stock. */
export async function seedConversations(talking: Talking): Promise<void> {
  for (let from = 1; from <= talking.conversations; from += BATCH) {
    const to = Math.min(talking.conversations, from + BATCH - 1);
    await change(SYSTEM, undefined, (c) =>
      addBatch(c, talking, sql`generate_series(${from}::bigint, ${to}::bigint) n`),
    );
  }
}

async function addBatch(c: Change, talking: Talking, batch: SQL) {
  await c.tx.execute(sql`set local synchronous_commit = off`);
  await c.tx.execute(sql`set local statement_timeout = 0`);
  await c.tx.execute(conversationsOf(talking, batch));
  c.saidInThread();
}

/** Evenly spread from a number, differently for every purpose. */
const dice = (from: SQL, purpose: number, sides: number) =>
  sql`((hashint8extended(${from}, ${purpose}::bigint) & 2147483647) % ${sides}::bigint)::int`;

const n = sql`n`;
const chosen = (words: string[], purpose: number, from = n) =>
  sql`(${sql.param(words)}::text[])[1 + ${dice(from, purpose, words.length)}]`;

/** Some three thousand words of three syllables. */
const SYLLABLES = "ba co di fu ga lo me ni pa ro sa tu ve zi".split(" ");
const VOCABULARY = SYLLABLES.flatMap((a) => SYLLABLES.flatMap((b) => SYLLABLES.map((c) => a + b + c)));

/** One statement: the contact, the conversation, what was said in it, and what two people know of it. */
function conversationsOf({ account, lines, colleague, me, each, own }: Talking, batch: SQL): SQL {
  const line = sql`(${sql.param(lines)}::uuid[])[1 + floor(${lines.length}::int * power(${dice(n, 1, 1_000_000)} / 1e6, 2))]`;
  const isMine = sql`number_id = any(${sql.param(me.lines)}::uuid[])`;
  // Three in ten are done; of the others two in ten are mine, three a colleague's.
  const holder = sql`case when ${dice(n, 2, 10)} < 2 and ${isMine} then ${me.memberId}::uuid
    when ${dice(n, 2, 10)} between 2 and 4 then ${colleague}::uuid end`;
  const turn = sql`(n + k)`;
  const place = sql`(n * ${each}::int + k)`;
  const word = sql`(${sql.param(VOCABULARY)}::text[])[1 + ${dice(sql`${place} * 16 + w`, 3, VOCABULARY.length)}]`;
  const body = sql`(select string_agg(${word}, ' ') from generate_series(1, 10) w)
    || case when ${turn} % 4 = 0 then ${` ${WORDS.common}`} else '' end
    || case when ${turn} % 10 = 3 then ${` ${own}`} else '' end
    || case when n in (7, 400, 900) and k = 1 then ${` ${WORDS.rare}`} else '' end`;
  return sql`
    with people as materialized (select n, gen_random_uuid() as contact_id, gen_random_uuid() as id, ${line} as number_id,
        date_trunc('milliseconds', now() - interval '1 minute' * ${dice(n, 4, 500_000)}) as at from ${batch}),
    met as (insert into contacts (id, account_id, phone, first_name, last_name)
      select contact_id, ${account.id}, '+1' || (2000000000 + n), ${chosen(FIRST_NAMES, 5)}, ${chosen(LAST_NAMES, 6)} from people),
    begun as (insert into conversations (id, account_id, number_id, contact_id, seq, in_seq, out_seq, preview, last_message_at,
        claimed_by, claimed_at, closed_at)
      select id, ${account.id}, number_id, contact_id, ${each}::int, ${each}::int - n % 2, ${each}::int - 1 + n % 2, 'As we said', at,
        ${holder}, at, case when ${dice(n, 7, 10)} < 3 then at end from people),
    seen as (insert into reads (account_id, member_id, conversation_id, up_to)
      select ${account.id}, ${me.memberId}, id, ${each}::int from people where ${isMine} and ${dice(n, 8, 2)} = 0),
    named as (insert into mentions (account_id, member_id, conversation_id, seq)
      select ${account.id}, ${me.memberId}, id, 1 from people where ${isMine} and ${dice(n, 9, 5)} = 0)
    insert into messages (id, account_id, conversation_id, number_id, seq, direction, state, segments, body, author_id, author_name, at)
      select gen_random_uuid(), ${account.id}, id, number_id, k, (case when ${turn} % 2 = 0 then 'in' else 'out' end)::direction,
        case when ${turn} % 2 <> 0 then 'delivered'::message_state end, case when ${turn} % 2 <> 0 then 1 end, ${body},
        case when ${turn} % 2 <> 0 then ${colleague}::uuid end, case when ${turn} % 2 <> 0 then 'Ben Ortiz' end,
        at - (${each}::int - k) * interval '7 minutes' from people, generate_series(1, ${each}::int) k`;
}
