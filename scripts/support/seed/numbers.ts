import { randomInt } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { numbers } from "@/db/schema";
import type { Change } from "@/lib/change";

/** So many numbers of the company, made up where they are missing: 555-0100 to 555-0149 of random areas. */
export async function ensureNumbers(c: Change, company: Company, wanted: number): Promise<string[]> {
  const { id: accountId, name, rootGroupId: groupId } = company;
  c.record("number.added", { accountId, id: accountId, name }, { upTo: wanted });
  for (;;) {
    const mine = await c.tx
      .select({ id: numbers.id })
      .from(numbers)
      .where(eq(numbers.accountId, accountId))
      .orderBy(asc(numbers.id))
      .limit(wanted);
    if (mine.length === wanted) return mine.map((number) => number.id);
    const area = randomInt(201, 989);
    const rows = Array.from({ length: Math.min(50, wanted - mine.length) }, (_, at) => ({
      accountId,
      groupId,
      e164: `+1${area}55501${String(at).padStart(2, "0")}`,
      label: `Line ${mine.length + at + 1}`,
    }));
    await c.tx.insert(numbers).values(rows).onConflictDoNothing();
  }
}

type Company = { id: string; name: string; rootGroupId: string };
