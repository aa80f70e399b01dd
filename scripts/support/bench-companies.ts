import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import { createAccount } from "@/lib/accounts/create";
import { change } from "@/lib/change";
import { packCursor } from "@/lib/paging";
import { seedCompany } from "./seed-company";

export type BenchCompany = { name: string; users: number; admin: string; queries: Record<string, string> };

const SYSTEM = { kind: "system", name: "Bench" } as const;
const PAGE = 25;

/** A company of that many people, and the addresses of its list that are measured. */
export async function benchCompany(count: number, passwordHash: string): Promise<BenchCompany> {
  const [name, admin] = [`Bench ${count}`, `admin.${count}`];
  const account = await change(SYSTEM, undefined, (c) =>
    createAccount(c, {
      company: name,
      timeZone: "America/Los_Angeles",
      admin: { firstName: "Ana", lastName: "Bench", username: admin, email: `${admin}@bench.example`, passwordHash },
    }),
  );
  const { accountId: id, rootGroupId } = account;
  if (count > 1) await seedCompany({ account: { id, name, rootGroupId }, users: count - 1, passwordHash });
  return { name, users: count, admin, queries: await queriesOf(id, count) };
}

/** The counters on the account's row are the size; a company of one has no list to speak of. */
async function queriesOf(accountId: string, count: number): Promise<Record<string, string>> {
  if (count < 1000) return {};
  const page = Math.min(2000, Math.floor(count / PAGE / 2));
  const place = (page - 1) * PAGE;
  const [before] = await db
    .select({ name: members.nameKey, id: members.id })
    .from(members)
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.nameKey), asc(members.id))
    .offset(place - 1)
    .limit(1);
  const [rare] = await db
    .select({ username: users.username })
    .from(users)
    .where(sql`${users.homeAccountId} = ${accountId} and ${users.firstName} = 'Marisol'`)
    .limit(1);
  if (!before || !rare) throw new Error("the company is not as large as it was made");
  return {
    "first page": "",
    "page 2000": `after=${packCursor({ key: [before.name], id: before.id, place })}`,
    "last page": "before=last",
    "status Active": "status=Active",
    "status Pending": "status=Pending",
    "status Disabled": "status=Disabled",
    "role Admin": "role=admin",
    "sort by name, down": "sort=-name",
    "sort by email": "sort=email",
    "sort by status": "sort=status",
    "sort by last login": "sort=last-login",
    "search, one person": `search=${rare.username}`,
    "search, common": "search=silva",
    "search, everybody": "search=people.example",
    "search, nobody": "search=zzqqj",
  };
}
