import { sql } from "drizzle-orm";
import postgres from "postgres";
import { createAccount } from "@/lib/accounts/create";
import { change } from "@/lib/change";
import { env } from "@/lib/env";
import { seedContacts } from "../../seed/contacts";
import { ensureNumbers } from "../../seed/numbers";
import { noonZone } from "./noon-zone";

/** A company with that many contacts, its Admin, and a line of theirs. `some`: a group of a tenth of them; `all`: of everybody. */
export type ContactsCompany = {
  accountId: string;
  username: string;
  memberId: string;
  line: string;
  contacts: number;
  groups: { some: string; all: string };
};

const SYSTEM = { kind: "system", name: "Bench" } as const;

/** What is looked up by letters is built once all are there. */
export async function contactsCompanies(sizes: { small: number; large: number }, passwordHash: string) {
  const client = postgres(env().databaseUrl ?? "", { max: 1, onnotice: () => {} });
  try {
    const indexes = await client<
      { made: string; name: string }[]
    >`select indexdef as made, indexname as name from pg_indexes where tablename = 'contacts' and indexdef like '% gin %'`;
    for (const { name } of indexes) await client`drop index ${client(name)}`;
    const empty = await contactsCompany(0, passwordHash);
    const small = await contactsCompany(sizes.small, passwordHash);
    const large = await contactsCompany(sizes.large, passwordHash);
    await client`set maintenance_work_mem = '512MB'`;
    for (const { made } of indexes) await client.unsafe(made);
    await client`vacuum (analyze) contacts, contact_groups, contact_group_members, opt_outs, consent_events, line_access, numbers`;
    return { empty, small, large };
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function contactsCompany(contacts: number, passwordHash: string): Promise<ContactsCompany> {
  const username = `contacts.${contacts}`;
  const name = `Contacts ${contacts}`;
  const admin = { firstName: "Cleo", lastName: "Bench", username, email: `${username}@bench.example`, passwordHash };
  const made = await change(SYSTEM, undefined, (c) =>
    createAccount(c, { company: name, timeZone: noonZone(new Date()), admin }),
  );
  const { accountId, rootGroupId, memberId } = made;
  const account = { id: accountId, name };
  const [line = ""] = await change(SYSTEM, undefined, async (c) => {
    const lines = await ensureNumbers(c, { ...account, rootGroupId }, 1);
    await c.tx.execute(sql`insert into line_access (account_id, member_id, number_id)
      values (${accountId}, ${memberId}, ${lines[0]})`);
    return lines;
  });
  const groups = await seedContacts({ account, contacts });
  return { accountId, username, memberId, line, contacts, groups };
}
