import { eq, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { profileColumns } from "./profile-columns";

export type Myself = Awaited<ReturnType<typeof myself>>;

/** The person asking, membership and login both locked until the change is done. */
export const myself = (c: Change, viewer: Viewer) =>
  c.one(
    c.tx
      .select({
        memberId: members.id,
        accountId: members.accountId,
        homeAccountId: users.homeAccountId,
        homeMemberId: sql<string>`(select home.id from members home
          where home.user_id = ${users.id} and home.account_id = ${users.homeAccountId})`,
        userId: users.id,
        ...profileColumns,
        passwordHash: users.passwordHash,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.id, viewer.memberId))
      .for("no key update"),
  );

export const subjectOf = (me: Myself): Subject => ({ accountId: me.accountId, id: me.memberId, name: fullName(me) });

/** The same where the login itself is changed: that is written in the history of the company that owns it. */
export const loginOf = (me: Myself): Subject => ({
  accountId: me.homeAccountId,
  id: me.homeMemberId,
  name: fullName(me),
});

/** Where letters to the person go, and which company they speak of. */
export const letterTo = (me: Myself, email = me.email) => ({ accountId: me.accountId, memberId: me.memberId, email });
