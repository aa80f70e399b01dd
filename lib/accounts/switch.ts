import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, logins, members, sessions } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import * as fields from "../fields";

export const SwitchAccount = z.object({ memberId: fields.memberId, once: fields.once });

/** On to another of one's own accounts, with the same login. Somebody else's membership, or a disabled one, is not found. */
export const switchAccount = (viewer: Viewer, input: z.output<typeof SwitchAccount>) =>
  change(viewer, input.once, (c) => enterAccount(c, viewer, { memberId: input.memberId }));

type Entry = { memberId: string /** They have just become a member. */; isNew?: boolean };

/** The session works in that account from the next request on; there, this is a login like any other. */
export async function enterAccount(c: Change, viewer: Viewer, { memberId, isNew = false }: Entry) {
  const own = and(eq(members.id, memberId), eq(members.userId, viewer.userId), eq(members.status, "Active"));
  const { accountId } = await c.one(
    c.tx.update(members).set({ lastLoginAt: sql`now()` }).where(own).returning({ accountId: members.accountId }),
  );
  const { address, userAgent } = await c.one(
    c.tx
      .update(sessions)
      .set({ memberId, isNew })
      .where(eq(sessions.id, viewer.sessionId))
      .returning({ address: sessions.address, userAgent: sessions.userAgent }),
  );
  await c.tx.insert(logins).values({ memberId, address, userAgent });
  c.record("session.opened", { accountId, id: memberId, name: fullName(viewer) }, { address }, { bySubject: true });
  const { company } = await c.one(
    c.tx.select({ company: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return { company, memberId };
}
