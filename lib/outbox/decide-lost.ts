import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import type { Change } from "../change";
import { type Link, lettersWith } from "../email/templates";
import { among } from "../id-list";

/** Nobody has to decide any more about a lost email whose link was used, replaced or withdrawn. */
export async function decideWithLinks(c: Change, dead: readonly { memberId: string; purpose: Link }[]) {
  for (const purpose of new Set(dead.map((link) => link.purpose))) {
    const theirs = dead.filter((link) => link.purpose === purpose).map(({ memberId }) => memberId);
    await decide(c, among(outbox.memberId, theirs), inArray(outbox.template, lettersWith(purpose)));
  }
}

/** Nor about one to somebody who is gone. */
export const decideWithMembers = (c: Change, memberIds: readonly string[]) =>
  decide(c, among(outbox.memberId, memberIds));

const decide = (c: Change, ...which: SQL[]) =>
  c.tx
    .update(outbox)
    .set({ decidedAt: sql`now()` })
    .where(and(...which, eq(outbox.state, "failed"), isNull(outbox.decidedAt)));
