import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { invitationBatches, invitationRows } from "@/db/schema";
import { keepBooks } from "@/lib/change";

type Who = { accountId: string; memberId: string };
type Row = Omit<typeof invitationRows.$inferInsert, "batchId" | "position">;

/**
 * Invitations on their way, which stand still for as long as pictures are taken: some worker has them, it is said, and
 * none does. And such as are sent.
 */
export async function makeBatches(by: Who, { invited, failed }: { invited: Who; failed: Who }) {
  const row = { verdict: "new", state: "waiting" } as const;
  const done: Row[] = [
    { ...row, email: "emil@harbordental.example", firstName: "Emil", state: "invited", memberId: invited.memberId },
    { ...row, email: "kasia@harbordental.example", firstName: "Kasia", state: "invited", memberId: failed.memberId },
    { ...row, email: "no address", verdict: "wrong", state: "left out", problem: "That is no email address." },
    { ...row, email: "dgrant@harbordental.example", verdict: "here", state: "left out" },
  ];
  const waiting: Row[] = ["uma", "viktor", "pia", "otto"].map((name) => ({
    ...row,
    email: `${name}@harbordental.example`,
  }));
  return {
    sending: await keep(by, [...done, ...waiting], { claimedUntil: sql`now() + interval '1 day'` }),
    sent: await keep(by, done, { finishedAt: sql`now()` }),
  };
}

type Times = { claimedUntil?: ReturnType<typeof sql>; finishedAt?: ReturnType<typeof sql> };

const keep = ({ accountId, memberId }: Who, rows: readonly Row[], times: Times) =>
  keepBooks(async (tx) => {
    const batchId = v7();
    const confirmed = { id: batchId, accountId, invitedBy: memberId, confirmedAt: sql`now()`, ...times };
    await tx.insert(invitationBatches).values(confirmed);
    await tx.insert(invitationRows).values(rows.map((row, at) => ({ ...row, batchId, position: at + 1 })));
    return batchId;
  });
