import { randomInt } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { numbers } from "@/db/schema";
import type { Change } from "@/lib/change";

const WANTED = 50;

/** Fifty numbers of the company, made up where they are missing: 555-0100 to 555-0149 of a random area. */
export async function ensureNumbers(
  c: Change,
  { id: accountId, name, rootGroupId: groupId }: Company,
): Promise<string[]> {
  c.record("number.added", { accountId, id: accountId, name }, { upTo: WANTED });
  for (;;) {
    const mine = await c.tx
      .select({ id: numbers.id })
      .from(numbers)
      .where(eq(numbers.accountId, accountId))
      .orderBy(asc(numbers.id))
      .limit(WANTED);
    if (mine.length === WANTED) return mine.map((number) => number.id);
    const area = randomInt(201, 989);
    const rows = Array.from({ length: WANTED - mine.length }, (_, at) => ({
      accountId,
      groupId,
      e164: `+1${area}55501${String(at).padStart(2, "0")}`,
      label: `Line ${mine.length + at + 1}`,
    }));
    await c.tx.insert(numbers).values(rows).onConflictDoNothing();
  }
}

type Company = { id: string; name: string; rootGroupId: string };
